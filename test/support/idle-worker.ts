import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { eventually } from './eventually.ts';
import { treeOf } from './process-tree.ts';
import { pidOf, type StackPlace } from './stack.ts';

/** The CPU time of an idle worker grows by less than this in a second. */
const IDLE_TICKS = 25;

/** Waits until the worker and its speech process do nothing. */
export async function untilWorkerIsIdle(stack: StackPlace): Promise<void> {
  await eventually(async () => {
    const before = ticksOfWorker(stack);
    await sleep(1_000);
    expect(ticksOfWorker(stack) - before).toBeLessThan(IDLE_TICKS);
  }, 30_000);
}

/** CPU time of the worker and its speech process, in hundredths of a second. */
function ticksOfWorker(stack: StackPlace): number {
  return treeOf(pidOf('worker', stack))
    .map(({ pid }) => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    .map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '))
    .reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0);
}
