import { readFileSync } from 'node:fs';
import { parseCases } from '../eval/case-format.ts';
import { CASE_FLOORS } from '../eval/floors.ts';
import { precisionOf, recallOf, scoreCases } from '../eval/score-cases.ts';
import { performance } from './performance.agent.ts';

const FILES = [
  'changes',
  'everyday',
  'everyday-2',
  'first',
  'held-out',
  'held-out-2',
  'held-out-3',
  'held-out-4',
  'held-out-5',
  'independent',
];

const casesIn = (name: string) =>
  parseCases(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8'));

describe('facts of the performance agent', () => {
  it('are tried on enough statements', () => {
    const cases = FILES.flatMap(casesIn);
    expect(cases.length).toBeGreaterThanOrEqual(140);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it.each(FILES)('are right where they are certain, and most are found: %s', (name) => {
    const { total } = scoreCases(performance, casesIn(name));
    expect(precisionOf(total)).toBeGreaterThanOrEqual(CASE_FLOORS.precision);
    expect(recallOf(total)).toBeGreaterThanOrEqual(CASE_FLOORS.recall);
  });
});
