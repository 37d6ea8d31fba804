import { lastStartedAt } from './spoken-at.ts';

const WORDS = [
  { startMs: 100, endMs: 200 },
  { startMs: 300, endMs: 400 },
  { startMs: 500, endMs: 900 },
];

describe('the word at a position', () => {
  it.each([
    [0, -1],
    [100, 0],
    [250, 0],
    [300, 1],
    [899, 2],
    [5_000, 2],
  ])('at %d ms is word %d', (atMs, word) => {
    expect(lastStartedAt(WORDS, atMs)).toBe(word);
  });

  it('does not exist without words', () => {
    expect(lastStartedAt([], 100)).toBe(-1);
  });
});
