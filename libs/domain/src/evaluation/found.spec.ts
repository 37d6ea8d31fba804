import { foundRates, sumFound } from './found.ts';

describe('what was found', () => {
  it('has a precision, a recall and their harmonic mean', () => {
    const { precision, recall, f1 } = foundRates({ right: 3, given: 4, found: 3, expected: 6 });
    expect([precision, recall]).toEqual([0.75, 0.5]);
    expect(f1).toBeCloseTo(0.6);
  });

  it('has an F1 of 0 when nothing is right', () => {
    expect(foundRates({ right: 0, given: 0, found: 0, expected: 2 }).f1).toBe(0);
  });

  it('is added up', () => {
    const count = { right: 1, given: 2, found: 3, expected: 4 };
    expect(sumFound([count, count])).toEqual({ right: 2, given: 4, found: 6, expected: 8 });
  });
});
