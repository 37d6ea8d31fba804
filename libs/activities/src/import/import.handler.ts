import type { ImportActivities, ImportProbeActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import { RecordingProber, type RecordingProberDependencies } from './bundle/recording-prober.ts';
import type { ImportDependencies } from './import-dependencies.ts';
import { ImportRunner } from './import-runner.ts';

/** Implements the task type `import`. */
export const importing = {
  type: 'import' as const,
  create: (dependencies: ImportDependencies): Pick<ImportActivities, keyof ImportActivities> => {
    const runner = new ImportRunner(dependencies);
    return {
      checkImport: (run) => runner.check(run, workflowRunId(), heartbeatScope()),
      storeImport: (step) => runner.store(step, heartbeatScope()),
    };
  },
};

/** Creates the activities of imports for the `speech` queue. */
export function createImportProbeActivities(
  dependencies: RecordingProberDependencies,
): Pick<ImportProbeActivities, keyof ImportProbeActivities> {
  const prober = new RecordingProber(dependencies);
  return { probeImport: (step) => prober.probe(step, heartbeatScope()) };
}
