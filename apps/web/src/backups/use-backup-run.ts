import { computed, type ComputedRef, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { PageProblem } from '../api/problem.ts';
import type { Task } from '../api/types.ts';
import { useRequest } from '../shared/use-request.ts';
import { isEnded } from '../tasks/task-words.ts';
import { ALL_TASKS, useTasks, type LiveTasks, type TaskSelection } from '../tasks/use-tasks.ts';

/** The latest backup, whether it is being made or has ended. */
export interface BackupRun extends Pick<LiveTasks, 'takeTask' | 'putTask'> {
  /** Null until it has been fetched, and when there was none yet. */
  readonly task: ComputedRef<Task | null>;
  /** Whether a backup is being requested or made. */
  readonly busy: ComputedRef<boolean>;
  /** Why the last request was not accepted. */
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /** Requests a backup, unless one is being made. */
  readonly start: () => Promise<void>;
}

const LATEST: TaskSelection = { ...ALL_TASKS, type: 'backup', limit: 1 };

/** It comes from the tasks, so that it is shown also after a reload and without the place. */
export function useBackupRun(): BackupRun {
  const { tasks, takeTask, putTask } = useTasks(() => LATEST);
  const { busy: requesting, problem, send } = useRequest();
  const task = computed(() => tasks.value[0] ?? null);
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
