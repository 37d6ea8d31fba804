import { describe, expect, it } from '@jest/globals';
import { readCaseFiles } from '../eval/case-files.ts';
import { CASE_FLOORS } from '../eval/floors.ts';
import { precisionOf, recallOf, scoreCases } from '../eval/score-cases.ts';
import { financial } from './financial.agent.ts';

const LEAST_CASES = 140;

/**
 * `independent` is by an author who did not know the rules. Where more than one reading of a
 * sentence is right, it has the one that the rules give; sentences whose right reading is open to
 * debate are left out.
 */
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
    const isGood = scores.precision >= CASE_FLOORS.precision && scores.recall >= CASE_FLOORS.recall;
    expect(isGood ? [] : [scores, faults]).toEqual([]);
  });
});
