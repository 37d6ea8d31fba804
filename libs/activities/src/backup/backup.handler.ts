import type { BackupActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { BackupDependencies } from './backup-dependencies.ts';
import { BackupRunner } from './backup-runner.ts';

/** Implements the task type `backup`. */
export const backup = {
  type: 'backup' as const,
  create: (dependencies: BackupDependencies): Pick<BackupActivities, keyof BackupActivities> => {
    const runner = new BackupRunner(dependencies);
    return {
      startBackup: (run) => runner.start(run, workflowRunId(), heartbeatScope()),
      dumpDatabase: (step) => runner.dump(step, heartbeatScope()),
      copyBlobs: (step) => runner.copy(step, heartbeatScope()),
      verifyBackup: (step) => runner.verify(step, heartbeatScope()),
      pruneBackups: (run) => runner.prune(run, heartbeatScope()),
    };
  },
};
