import { describe, expect, it } from '@jest/globals';
import { readCaseFiles } from '../eval/case-files.ts';
import { precisionOf, recallOf, scoreCases } from '../eval/score-cases.ts';
import { financial } from './financial.agent.ts';

const FLOORS = { precision: 0.9, recall: 0.7 };
const LEAST_CASES = 140;

const files = readCaseFiles(new URL('cases', import.meta.url).pathname);

describe('the cases of the financial agent', () => {
  it('are many, and each has a name of its own', () => {
    const ids = files.flatMap(({ cases }) => cases.map(({ id }) => id));
    expect(ids.length).toBeGreaterThanOrEqual(LEAST_CASES);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(files)('are read well: $name', ({ cases }) => {
    const { total, faults } = scoreCases(financial, cases);
    const scores = { precision: precisionOf(total), recall: recallOf(total) };
    const isGood = scores.precision >= FLOORS.precision && scores.recall >= FLOORS.recall;
    expect(isGood ? [] : [scores, faults]).toEqual([]);
  });
});
