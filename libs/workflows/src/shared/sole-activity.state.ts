import type { TaskStep, TaskWarning } from '#contracts/tasks';
import type { TaskOutcome, WorkflowStatus } from '#contracts/workflows';

/**
 * State of the run of a task whose work is one activity. That reports progress to the database, so here
 * the task is either in progress or done.
 */
export class SoleActivityState {
  private done = 0;
  private completed = false;
  private warnings: readonly TaskWarning[] = [];

  /** @param startedAt ISO 8601 UTC */
  constructor(
    readonly step: TaskStep,
    private readonly startedAt: string,
  ) {}

  finished({ done, warnings }: TaskOutcome): void {
    this.completed = true;
    this.done = done;
    this.warnings = warnings;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const { step, done, completed, warnings, startedAt } = this;
    const total = completed ? done : null;
    return { stage: step, done, total, percent: completed ? 100 : 0, warnings, startedAt };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const remarks = this.warnings.map(({ code, message }) => `- ${code}: ${message}`);
    const state = this.completed ? `done: ${this.done}` : 'in progress';
    return [`**${this.step}** · ${state}`, ...remarks].join('\n\n');
  }
}
