import { readFileSync } from 'node:fs';
import { parseCases } from '../eval/case-format.ts';
import { precisionOf, recallOf, scoreCases } from '../eval/score-cases.ts';
import { performance } from './performance.agent.ts';

const casesIn = (name: string) =>
  parseCases(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8'));
const CASES = ['first', 'held-out', 'fresh', 'last'].flatMap(casesIn);

describe('facts of the performance agent', () => {
  it('are tried on enough statements', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(140);
    expect(new Set(CASES.map(({ id }) => id)).size).toBe(CASES.length);
  });

  it('are right where they are certain, and most are found', () => {
    const { total } = scoreCases(performance, CASES);
    expect(precisionOf(total)).toBeGreaterThanOrEqual(0.9);
    expect(recallOf(total)).toBeGreaterThanOrEqual(0.7);
  });
});
