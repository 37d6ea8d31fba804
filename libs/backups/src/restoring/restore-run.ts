import type { TaskRun } from '#contracts/tasks';

/** A restore, as its steps are given it. */
export interface RestoreJob extends TaskRun {
  /** The backup that is restored. */
  readonly backupId: string;
  /** Id of the backup of what is replaced, which is made first. */
  readonly restorePointId: string;
}

/** Names a run of a restore in the marks on databases: `tsk_…_1`. */
export function runNameOf({ taskId, attempt }: TaskRun): string {
  return `${taskId}_${attempt}`;
}

/** The run that a mark names; `null` when it names none. */
export function runNamed(name: string): TaskRun | null {
  const [, taskId, attempt] = /^(\w+)_(\d+)$/.exec(name) ?? [];
  return taskId === undefined ? null : { taskId, attempt: Number(attempt) };
}
