import type { SourceLine } from '#contracts/model';
import { passagesOf } from './passages.ts';

const line = (text: string): SourceLine => ({ speaker: 'Ada', text, date: '2026-11-03' });
/** Lines of different lengths, among them empty and very long ones. */
const source = (count: number): readonly SourceLine[] =>
  Array.from({ length: count }, (_, at) => line('x'.repeat((at * 37) % 90)));
const textsOf = (passages: ReturnType<typeof passagesOf>) =>
  passages.map(({ passage }) => passage.lines.map(({ text }) => text));

describe('passagesOf', () => {
  it('has none for a source without lines', () => {
    expect(passagesOf([], 100)).toEqual([]);
  });

  it.each([1, 2, 7, 40, 200])('contains each of %d lines once, in order', (count) => {
    const lines = source(count);
    const passages = passagesOf(lines, 100);
    expect(passages.flatMap(({ passage }) => passage.lines)).toEqual(lines);
    for (const { passage, firstLine } of passages) {
      expect(lines[firstLine]).toBe(passage.lines[0]);
    }
  });

  it('leaves all passages but the last unchanged when a line is added', () => {
    const lines = source(120);
    for (let count = 1; count < lines.length; count += 1) {
      const before = passagesOf(lines.slice(0, count), 150);
      const after = passagesOf(lines.slice(0, count + 1), 150);
      expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      expect(after.length - before.length).toBeLessThanOrEqual(1);
    }
  });

  it('fills a passage up to the limit and no further', () => {
    const lines = ['aaaa', 'bbbb', 'cccc', 'dddd'].map(line);
    expect(textsOf(passagesOf(lines, 10))).toEqual([
      ['aaaa', 'bbbb'],
      ['cccc', 'dddd'],
    ]);
  });

  it('has a line that is longer than the limit as a passage of its own', () => {
    const lines = [line('short'), line('long '.repeat(50)), line('short')];
    expect(passagesOf(lines, 40).map(({ firstLine }) => firstLine)).toEqual([0, 1, 2]);
  });

  it('fills passages with empty lines too', () => {
    const lines = Array.from({ length: 1_000 }, () => line(''));
    for (const { passage } of passagesOf(lines, 100)) {
      expect(passage.lines.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('the context of a passage', () => {
  it('is the four lines before it', () => {
    const lines = ['one', 'two', 'three', 'four', 'five', 'six'].map(line);
    const last = passagesOf(lines, 5).at(-1)?.passage;
    expect(last?.before.map(({ text }) => text)).toEqual(['two', 'three', 'four', 'five']);
    expect(passagesOf(lines, 5)[0]?.passage.before).toEqual([]);
  });

  it('is cut at the start when it is too long, and not within a character', () => {
    const lines = ['gone', '😀'.repeat(800) + ' the end', 'now'].map(line);
    const before = passagesOf(lines, 4).at(-1)?.passage.before ?? [];
    expect(before).toHaveLength(1);
    expect(before[0]?.text).toMatch(/^😀+ the end$/u);
    expect(before[0]?.text.length).toBeLessThanOrEqual(1_000);
    expect(before[0]?.text.isWellFormed()).toBe(true);
  });
});
