import { describe, expect, it } from '@jest/globals';
import { cutParts, spokenLength, summaryParts } from './parts.rule.ts';

const turn = (text: string) => ({ speaker: 'Ada', text });
const lengths = (parts: readonly (readonly { text: string; speaker: string }[])[]) =>
  parts.map((part) =>
    part.reduce((sum, { speaker, text }) => sum + speaker.length + text.length, 0),
  );

describe('the parts of a conversation to summarise', () => {
  it('are one when the engine accepts any length', () => {
    const turns = Array.from({ length: 1000 }, (_, n) => turn(`number ${n}`));
    expect(summaryParts(turns, Infinity)).toEqual([turns]);
    expect(summaryParts([], 100)).toEqual([[]]);
  });

  it('are one up to a length, and beyond it as short as without', () => {
    const turns = Array.from({ length: 40 }, () => turn('0123456'));
    expect(summaryParts(turns, 100, 400)).toEqual([turns]);
    const more = [...turns, turn('x')];
    expect(summaryParts(more, 100, 400)).toEqual(summaryParts(more, 100));
    expect(summaryParts(more, 100).length).toBeGreaterThan(3);
  });

  it('hold all turns in order, each part within the limit', () => {
    const turns = Array.from({ length: 100 }, (_, n) => turn(`turn number ${n}`));
    const parts = summaryParts(turns, 120);
    expect(parts.flat()).toEqual(turns);
    expect(Math.max(...lengths(parts))).toBeLessThanOrEqual(120);
    expect(parts.length).toBeLessThan(25);
  });

  it('stay the same when turns are added, except for the last', () => {
    const turns = Array.from({ length: 400 }, (_, n) => turn('word '.repeat(1 + (n % 7))));
    for (const count of [50, 120, 237, 399]) {
      const before = summaryParts(turns.slice(0, count), 300);
      expect(summaryParts(turns, 300).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    }
  });

  it('stay the same soon after a turn that changes its length', () => {
    const turns = Array.from({ length: 600 }, (_, n) =>
      turn(`${n} ${'word '.repeat((n * n) % 9)}`),
    );
    const before = new Set(summaryParts(turns, 600).map((part) => JSON.stringify(part)));
    const changed = Array.from({ length: 20 }, (_, place) => {
      const grown = turns.map((each, n) => (n === place ? turn('more '.repeat(place + 1)) : each));
      const after = summaryParts(grown, 600).map((part) => JSON.stringify(part));
      return after.filter((part) => !before.has(part)).length / after.length;
    });
    const mean = changed.reduce((sum, share) => sum + share, 0) / changed.length;
    expect(Math.min(...changed)).toBeGreaterThan(0);
    expect(mean).toBeLessThan(0.3);
  });

  it('say which pieces go on with a turn', () => {
    const parts = summaryParts([turn('one'), turn('word '.repeat(40).trim()), turn('last')], 100);
    const pieces = parts.flat();
    expect(pieces.filter(({ continues }) => continues !== true)).toHaveLength(3);
    expect(pieces.length).toBeGreaterThan(3);
  });

  it('split a turn that is too long between words without losing any', () => {
    const words = Array.from({ length: 200 }, (_, n) => `word${n}`).join(' ');
    const parts = summaryParts([turn('Before.'), turn(words), turn('After.')], 100);
    expect(Math.max(...lengths(parts))).toBeLessThanOrEqual(100);
    const texts = parts.flat().map(({ text }) => text);
    expect(texts.join(' ')).toBe(`Before. ${words} After.`);
  });

  it('say where the segments of a recording are in each piece', () => {
    const said = Array.from({ length: 30 }, (_, n) => `This is what was said ${n}.`);
    let from = 0;
    const segments = said.map((text, n) => {
      const start = { segmentId: `seg_${n}`, startMs: n * 1000, from };
      from += text.length + 1;
      return start;
    });
    const parts = summaryParts([{ ...turn(said.join(' ')), segments }], 100);
    const pieces = parts.flat();
    expect(pieces.length).toBeGreaterThan(5);
    const found = pieces.flatMap(({ text, segments: starts }) =>
      starts.map((start, at) => {
        const words = text.slice(start.from, starts[at + 1]?.from).trim();
        const n = Number(start.segmentId.slice('seg_'.length));
        expect(start.startMs).toBe(n * 1000);
        expect(said[n]).toContain(words);
        return words;
      }),
    );
    expect(found.join(' ')).toBe(said.join(' '));
    expect(pieces.every((piece) => piece.segments[0]?.from === 0)).toBe(true);
  });

  it('split text without spaces, but never inside a character', () => {
    const parts = summaryParts([turn('😀'.repeat(50))], 24);
    expect(
      parts
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toBe('😀'.repeat(50));
    expect(parts.flat().every(({ text }) => text.isWellFormed())).toBe(true);
  });
});

describe('the parts of some of the turns', () => {
  const turns = Array.from({ length: 300 }, (_, n) =>
    turn(n === 90 ? 'long '.repeat(200).trim() : `${n} ${'word '.repeat((n * n) % 11)}`),
  );
  const maxCharacters = 500;
  const all = cutParts(turns, { firstNumber: 0, maxCharacters, isEnd: true });

  it('are those of all turns, from the beginning of any of them on', () => {
    expect(all.map(({ pieces }) => pieces)).toEqual(summaryParts(turns, maxCharacters));
    const places = all.flatMap(({ isWhole, from }, n) => (isWhole ? [{ from, n }] : []));
    expect(places.length).toBeGreaterThan(10);
    for (const { from, n } of places) {
      const given = { firstNumber: from, maxCharacters, isEnd: true };
      const rest = cutParts(turns.slice(from), given).map(({ pieces }) => pieces);
      expect(rest).toEqual(all.slice(n).map(({ pieces }) => pieces));
    }
  });

  it('are only those whose ends are certain, while turns may follow', () => {
    for (const count of [0, 1, 40, 91, 92, 170, 299]) {
      const some = cutParts(turns.slice(0, count), {
        ...{ firstNumber: 0, maxCharacters, isEnd: false },
      });
      expect(some).toEqual(all.slice(0, some.length));
      expect(some.length).toBeLessThan(all.length);
    }
  });

  it('stay the same whatever follows the turn that was looked at last', () => {
    for (const { lookedAt, pieces } of all.slice(0, -1)) {
      const until = (lookedAt ?? 0) + 1;
      const others = [...turns.slice(0, until), turn('x'.repeat(400)), turn('y')];
      const parts = cutParts(others, { firstNumber: 0, maxCharacters, isEnd: true });
      expect(parts.map((part) => part.pieces)).toContainEqual(pieces);
    }
  });

  it('begin and end within a long turn where they are not whole', () => {
    const within = all.filter(({ isWhole }) => !isWhole);
    expect(within.length).toBeGreaterThan(1);
    for (const { pieces } of within)
      expect(spokenLength(pieces)).toBeLessThanOrEqual(maxCharacters);
    expect(all.at(-1)).toMatchObject({ lookedAt: null, to: turns.length });
  });
});
