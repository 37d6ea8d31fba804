import { describe, expect, it } from '@jest/globals';
import { cuesOf } from './cues.rule.ts';
import { saying, transcriptOf, turnOf, typedTurnOf } from './transcript.fixture.ts';

const LONG =
  'We looked at the numbers of the last quarter and found that they are better than anybody had expected, which is good news. Now we should decide what to do with the money that is left over and who will take care of it.';

describe('cues', () => {
  it('keep a short segment whole', () => {
    expect(cuesOf(transcriptOf(turnOf('Ada', 5000, saying('Good morning.', 700))))).toEqual([
      { startMs: 700, endMs: 1600, speaker: 'Ada', opensTurn: true, lines: ['Good morning.'] },
    ]);
  });

  it('split a long segment into readable pieces without losing a word', () => {
    const cues = cuesOf(transcriptOf(turnOf('Ada', null, saying(LONG))));
    expect(cues.length).toBeGreaterThan(2);
    for (const { lines, startMs, endMs } of cues) {
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
      expect(endMs - startMs).toBeLessThanOrEqual(7000);
      expect(endMs).toBeGreaterThan(startMs);
    }
    expect(cues.flatMap(({ lines }) => lines).join(' ')).toBe(LONG);
    expect(cues.map(({ opensTurn }) => opensTurn).filter(Boolean)).toHaveLength(1);
  });

  it('take the times of their words', () => {
    const segment = saying(LONG, 10_000);
    const starts = new Set(segment.words.map(({ startMs }) => startMs));
    const ends = new Set(segment.words.map(({ endMs }) => endMs));
    for (const cue of cuesOf(transcriptOf(turnOf('Ada', null, segment)))) {
      expect(starts.has(cue.startMs)).toBe(true);
      expect(ends.has(cue.endMs)).toBe(true);
    }
  });

  it('prefer to end where a clause ends', () => {
    const text = 'That is what all of us agreed on yesterday evening. And so we begin at nine.';
    const [first] = cuesOf(transcriptOf(turnOf('Ada', null, saying(text))));
    expect(first?.lines.at(-1)).toMatch(/evening\.$/);
  });

  it('spread an edited text evenly over the time of its segment', () => {
    const edited = {
      ...saying('teh old words', 1000),
      text: LONG,
      endMs: 21_000,
    };
    const cues = cuesOf(transcriptOf(turnOf('Ada', null, edited)));
    expect(cues.flatMap(({ lines }) => lines).join(' ')).toBe(LONG);
    expect(cues[0]?.startMs).toBe(1000);
    expect(cues.at(-1)?.endMs).toBe(21_000);
    for (const [number, cue] of cues.entries()) {
      expect(cue.startMs).toBeGreaterThanOrEqual(cues[number - 1]?.endMs ?? 0);
    }
  });

  it('put the clips of a conversation in sequence', () => {
    const cues = cuesOf(
      transcriptOf(
        turnOf('Ada', 4000, saying('One', 100)),
        turnOf('Grace', null),
        turnOf('Bob', null, saying('Two', 200)),
        turnOf('Ada', 3000, saying('Three', 300)),
      ),
    );
    expect(cues.map(({ speaker, startMs }) => [speaker, startMs])).toEqual([
      ['Ada', 100],
      ['Bob', 4200],
      ['Ada', 4000 + 600 + 300],
    ]);
  });

  it('cover spoken turns only: typed turns take no time', () => {
    const cues = cuesOf(
      transcriptOf(
        typedTurnOf('Ada', 'Typed before.'),
        turnOf('Bob', 2000, saying('One', 100)),
        typedTurnOf('Ada', 'Typed between.'),
        turnOf('Bob', 2000, saying('Two', 100)),
      ),
    );
    expect(cues.map(({ startMs, lines }) => [startMs, lines])).toEqual([
      [100, ['One']],
      [2100, ['Two']],
    ]);
  });

  it('never overlap, and stay visible for a minimum time', () => {
    const overlapping = [
      { ...saying('first', 0), endMs: 3000, words: [] },
      { ...saying('second', 1000), endMs: 1000, words: [] },
    ];
    const cues = cuesOf(transcriptOf(turnOf('Ada', 5000, ...overlapping)));
    expect(cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 1000],
      [1000, 1200],
    ]);
  });

  it('leave out segments without text, and break scripts without spaces', () => {
    expect(cuesOf(transcriptOf(turnOf('Ada', 1000, saying(' '))))).toEqual([]);
    const japanese = {
      ...saying('x', 0),
      text: 'これは空白のない長い文です🎙。'.repeat(9),
      endMs: 30_000,
    };
    const cues = cuesOf(transcriptOf(turnOf('Ada', null, japanese)));
    expect(cues.flatMap(({ lines }) => lines).join('')).toBe(japanese.text);
    for (const { lines } of cues)
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
  });
});
