import type { TaskRun } from '#contracts/messages';

/** What the memo of a run says about whom it works for. */
export function memoOf({ taskId, attempt }: TaskRun): Record<string, unknown> {
  return { taskId, attempt };
}

/** Whether a memo is that of a run of a task. */
export function isRunOf(memo: Record<string, unknown> | undefined, run: TaskRun): boolean {
  return memo?.['taskId'] === run.taskId && memo['attempt'] === run.attempt;
}
