import { areaUnderCurve, precisionAt } from './ranking.ts';

const ranked = (relevant: readonly number[], others: readonly number[]) => [
  ...relevant.map((value) => ({ value, isRelevant: true })),
  ...others.map((value) => ({ value, isRelevant: false })),
];

describe('the area under the curve', () => {
  it.each([
    ['1 when every relevant one is above', [3, 4], [1, 2], 1],
    ['0 when every relevant one is below', [1, 2], [3, 4], 0],
    ['one half when all are equal', [1, 1, 1], [1, 1], 0.5],
    ['the share of pairs in the right order', [1, 4], [2, 3], 0.5],
    ['counted half for a tie', [2, 3], [2, 1], 0.875],
  ])('is %s', (_what, relevant, others, area) => {
    expect(areaUnderCurve(ranked(relevant, others))).toBe(area);
  });

  it('is that of all pairs, whatever their order', () => {
    const relevant = [0.3, 0.3, 0.9, 2, -1];
    const others = [0.3, 0.1, 1.5, -1, 0, 0.9];
    let right = 0;
    for (const one of relevant) {
      for (const other of others) right += one > other ? 1 : one === other ? 0.5 : 0;
    }
    const area = areaUnderCurve(ranked(relevant, others).toReversed());
    expect(area).toBeCloseTo(right / (relevant.length * others.length), 12);
  });
});

describe('the precision of a budget', () => {
  it('is the share of relevant ones at the top', () => {
    expect(precisionAt(2, ranked([5, 1], [3]))).toBe(0.5);
    expect(precisionAt(8, ranked([5, 1], [3]))).toBeCloseTo(2 / 3);
  });
});
