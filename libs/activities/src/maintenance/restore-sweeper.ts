import { workflowIdOf, type TaskRun } from '#contracts/tasks';
import type { MaintenanceDependencies } from './maintenance-dependencies.ts';

/** Dependencies of {@link RestoreSweeper}. */
type Dependencies = Pick<MaintenanceDependencies, 'abandonedRestores' | 'inspector' | 'logger'>;

/** Ends restores whose run is gone, as when an operator has terminated it while writers are blocked. */
export class RestoreSweeper {
  constructor(private readonly deps: Dependencies) {}

  /** Never throws: other maintenance goes on, and the next round tries again. */
  async sweep(): Promise<void> {
    const { abandonedRestores, logger } = this.deps;
    try {
      const ended = await abandonedRestores.end((run) => this.isAlive(run));
      for (const run of ended) logger.warn(run, 'a restore without a run was ended');
    } catch (err) {
      logger.warn({ err }, 'restores that were given up could not be ended');
    }
  }

  private async isAlive(run: TaskRun): Promise<boolean> {
    const workflowId = workflowIdOf('restore', run.taskId, null);
    const state = await this.deps.inspector.inspect({ ...run, workflowId, runId: null });
    return state.kind === 'running';
  }
}
