import type { RestoreActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { RestoreDependencies } from './restore-dependencies.ts';
import { RestoreRunner } from './restore-runner.ts';

/** Implements the task type `restore`. */
export const restore = {
  type: 'restore' as const,
  create: (dependencies: RestoreDependencies): Pick<RestoreActivities, keyof RestoreActivities> => {
    const runner = new RestoreRunner(dependencies);
    return {
      startRestore: (run) => runner.start(run, workflowRunId(), heartbeatScope()),
      unpackBackup: (step) => runner.unpack(step, heartbeatScope()),
      protectInstallation: (step) => runner.protect(step, heartbeatScope()),
      switchDatabases: (step) => runner.switch(step),
      confirmRestore: (step) => runner.confirm(step),
      undoRestore: (run) => runner.undo(run),
    };
  },
};
