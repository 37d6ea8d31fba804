import path from 'node:path';
import { ApiClient } from '../../../test/support/api-client.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { makeLongAudio } from '../../../test/support/long-audio.ts';
import type { Stack } from '../../../test/support/stack.ts';
import { percentile } from '../../lib/measure.ts';
import type { BenchFigures } from '../../lib/row.ts';

/** Length of a short recording, in minutes. */
export const CLIP_MINUTES = 0.1;
/** Maximum time for work that only has to be done, in milliseconds. */
export const TIMEOUT_MS = 180_000;

export type Figures = BenchFigures['figures'];

/** A duration for people. */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Median and 95th percentile of durations in milliseconds, for people. */
export const spread = (values: readonly number[]) =>
  `p50 ${seconds(percentile(values, 0.5))}, p95 ${seconds(percentile(values, 0.95))} (${values.length} rounds)`;

/** Path of a generated recording. A new seed gives one with no stored chunks. */
export async function recording(stack: Stack, minutes: number, seed: number): Promise<string> {
  const file = path.join(stack.dataFolder, `recording-${minutes}-${seed}.wav`);
  return (await makeLongAudio(file, minutes, seed)).path;
}

/**
 * Starts the task of a long recording and waits until it is partly decoded.
 * @returns the id of the task
 */
export async function decoding(api: ApiClient, file: string): Promise<string> {
  const { id } = await api.createConversation('Long');
  const { task } = await api.upload(id, file);
  await eventually(async () => {
    const { progress } = await api.task(task.id);
    if (progress.percent < 2) throw new Error('nothing is decoded yet');
  }, TIMEOUT_MS);
  return task.id;
}
