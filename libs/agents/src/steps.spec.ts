import { describe, expect, it } from '@jest/globals';
import { EMPTY_PLAN } from '#contracts/model';
import { AGENT, FactMaker } from './entries/facts.fixture.ts';
import { makeReport, reportSteps, type ReportMaterial } from './make-report.ts';
import { inTurns, type Steps } from './steps.ts';

/** A step of this time is a turn of its own. */
const STEP_MS = 12;

function materialOf(count: number): ReportMaterial {
  const maker = new FactMaker();
  const facts = Array.from({ length: count }, (_, nth) => maker.next(`part ${nth % 40}`, `${nth}`));
  const today = { today: '2026-11-20', talk: [] };
  return { facts, plan: EMPTY_PLAN, currency: 'EUR', ...today };
}

function stepsOf(material: ReportMaterial): number {
  const steps = reportSteps(AGENT, material);
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe('a report of thousands of facts', () => {
  it('is made in steps, of which there are more for more facts', () => {
    const [some, more] = [1_000, 4_000].map((count) => stepsOf(materialOf(count)));
    expect(some).toBeGreaterThan(20);
    expect((more ?? 0) - (some ?? 0)).toBe(3_000 / 50);
  });

  it('is the same in turns with other work', async () => {
    const material = materialOf(1_000);
    const report = await inTurns(reportSteps(AGENT, material), () => Promise.resolve());
    expect(report).toEqual(makeReport(AGENT, material));
  });
});

describe('work in turns', () => {
  it('lets other work go on after each step that took long', async () => {
    const order: string[] = [];
    const busy = (): void => {
      order.push('step');
      for (const end = performance.now() + STEP_MS; performance.now() < end;);
    };
    const pause = (): Promise<unknown> => Promise.resolve(order.push('other'));
    expect(await inTurns(threeSteps(busy), pause)).toBe('done');
    expect(order).toEqual(['step', 'other', 'step', 'other', 'step']);
  });
});

function* threeSteps(step: () => void): Steps<string> {
  step();
  yield;
  step();
  yield;
  step();
  return 'done';
}
