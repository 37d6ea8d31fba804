import { executeChild, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { BARE_ACTIVITIES } from './queues.ts';

/** No-op activities. */
export interface BareActivities {
  nothing(): Promise<void>;
}

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '1 minute' });

/** The shape of a transcription without its work: two activities, parallel ones, one. */
export async function bare(chunks: number, concurrency: number): Promise<void> {
  await nothing();
  await nothing();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < chunks) {
      next += 1;
      await nothing();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  await nothing();
}

/** The shape of processing an exchange, without its work: one activity, two in parallel, one. */
export async function bareSteps(): Promise<void> {
  await nothing();
  await Promise.all([nothing(), nothing()]);
  await nothing();
}

const apart = proxyActivities<BareActivities>({
  startToCloseTimeout: '1 minute',
  taskQueue: BARE_ACTIVITIES,
});
const { nothing: nothingHere } = proxyLocalActivities<BareActivities>({
  startToCloseTimeout: '1 minute',
});

/** One activity, in a run of its own. */
export async function bareChild(): Promise<void> {
  await apart.nothing();
}

/**
 * The shape of processing an exchange with a run for each task, without its work: a parent with one
 * local activity, and three children with one activity each, two of them in parallel.
 */
export async function bareTree(): Promise<void> {
  await nothingHere();
  await Promise.all([executeChild(bareChild), executeChild(bareChild)]);
  await executeChild(bareChild);
}
