import type { ClipRun } from '#contracts/workflows';
import type { TranscriptionRepository } from '#store';
import { workflowRunId } from '../shared/activity-run.ts';

/**
 * Lets a run that an operator has reset continue as its task, even if the task had ended. A reset may
 * begin at any activity, not only at the one that starts the run. Costs nothing in a run that was not
 * reset.
 */
export async function followReset(
  transcriptions: Pick<TranscriptionRepository, 'start'>,
  run: ClipRun,
): Promise<void> {
  const runId = workflowRunId();
  if (run.firstRunId === undefined || run.firstRunId === runId) return;
  await transcriptions.start(run, runId);
}
