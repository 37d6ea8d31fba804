import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, timeOf } from '../../lib/measure.ts';
import type { MeasuredProject } from './measured-project.ts';

const PAUSE_MS = 10;
/** At least as many, so that a percentile means something. */
const LEAST = 200;

/**
 * Asks for the stored reports of all agents in turn, until the work is done.
 * @returns how long each answer took, in milliseconds
 */
export async function quickStatusDelays(
  { api, project, agents }: MeasuredProject,
  work: Promise<unknown> = Promise.resolve(),
): Promise<readonly number[]> {
  const delaysMs: number[] = [];
  const ended = new AbortController();
  const done = work.finally(() => ended.abort());
  while (!ended.signal.aborted || delaysMs.length < LEAST) {
    const agent = agents[delaysMs.length % agents.length] ?? '';
    const ask = async () =>
      (await api.fetch(`/${agent}_agent/quick_status/${project.id}`)).arrayBuffer();
    delaysMs.push(await timeOf(ask));
    await sleep(PAUSE_MS);
  }
  await done;
  return delaysMs;
}

/** The delays as people read them. */
export function shownDelays(delaysMs: readonly number[]): string {
  const at = (fraction: number) => percentile(delaysMs, fraction).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${delaysMs.length} answers)`;
}
