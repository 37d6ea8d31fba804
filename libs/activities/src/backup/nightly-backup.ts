import type { TaskRun } from '#contracts/tasks';
import type { NightlyBackupActivities } from '#contracts/workflows';
import type { BackupDependencies } from './backup-dependencies.ts';

/** The schedule has two times an hour apart; the second one finds what the first one requested. */
const JUST_REQUESTED_MS = 90 * 60_000;

/** Creates the activities of the workflow `nightlyBackup`. */
export function createNightlyBackupActivities({
  tasks,
  installationTasks,
}: Pick<BackupDependencies, 'tasks' | 'installationTasks'>): NightlyBackupActivities {
  return {
    requestBackup: async (): Promise<TaskRun> => {
      const [latest] = (await tasks.list({ type: 'backup', limit: 1 })).items;
      const isRecent = latest && Date.now() - latest.createdAt.getTime() < JUST_REQUESTED_MS;
      const priority = 'batch';
      const task = isRecent
        ? latest
        : await installationTasks.request('backup', { priority }, null);
      return { taskId: task.id, attempt: task.attempt };
    },
  };
}
