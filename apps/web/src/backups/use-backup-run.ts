import { computed, type ComputedRef, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { PageProblem } from '../api/problem.ts';
import { useRequest } from '../shared/use-request.ts';
import { isEnded } from '../tasks/task-words.ts';
import { useLatestTask, type LatestTask } from './use-latest-task.ts';

/** The latest backup, whether it is being made or has ended. */
export interface BackupRun extends LatestTask {
  /** Whether a backup is being requested or made. */
  readonly busy: ComputedRef<boolean>;
  /** Why the last request was not accepted. */
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /** Requests a backup, unless one is being made. */
  readonly start: () => Promise<void>;
}

export function useBackupRun(): BackupRun {
  const { task, takeTask, putTask } = useLatestTask('backup');
  const { busy: requesting, problem, send } = useRequest();
  const busy = computed(
    () => requesting.value || (task.value !== null && !isEnded(task.value.state)),
  );
  const start = async () => {
    if (busy.value) return;
    await send(async () => {
      putTask(await bodyOf(api.POST('/backups', { body: { force: true } })));
    });
  };
  return { task, busy, problem, start, takeTask, putTask };
}
