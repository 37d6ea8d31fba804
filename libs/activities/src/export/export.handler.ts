import type { ExportActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { ExportRunner } from './export-runner.ts';

/** Implements the task type `export`. */
export const exporting = {
  type: 'export' as const,
  create: (dependencies: ExportDependencies): Pick<ExportActivities, keyof ExportActivities> => {
    const runner = new ExportRunner(dependencies);
    return {
      collectExport: (run) => runner.collect(run, workflowRunId(), heartbeatScope()),
      writeExport: (step) => runner.write(step, heartbeatScope()),
      finishExport: (run) => runner.finish(run),
      discardExport: (run) => runner.discard(run),
    };
  },
};
