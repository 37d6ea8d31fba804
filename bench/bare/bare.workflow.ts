import { proxyActivities } from '@temporalio/workflow';

/** Activities that do nothing. */
export interface BareActivities {
  nothing(): Promise<void>;
}

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '1 minute' });

/** The shape of a transcription without its work: two activities, a number side by side, one. */
export async function bare(chunks: number, atOnce: number): Promise<void> {
  await nothing();
  await nothing();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < chunks) {
      next += 1;
      await nothing();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  await nothing();
}

/** The shape of an exchange's way without its work: one activity, two side by side, one. */
export async function bareStages(): Promise<void> {
  await nothing();
  await Promise.all([nothing(), nothing()]);
  await nothing();
}
