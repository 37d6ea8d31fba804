import { proxyActivities } from '@temporalio/workflow';

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
