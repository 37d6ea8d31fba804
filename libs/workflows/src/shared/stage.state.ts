import type { StageOutcome, TaskStage, TaskWarning, WorkflowStatus } from '#contracts/messages';

/**
 * What a run of language work knows of itself. Its one activity says how far it is in the database;
 * here it is under way, or done.
 */
export class StageState {
  private done = 0;
  private completed = false;
  private warnings: readonly TaskWarning[] = [];

  /** @param startedAt ISO 8601 UTC */
  constructor(
    readonly stage: TaskStage,
    private readonly startedAt: string,
  ) {}

  finished({ done, warnings }: StageOutcome): void {
    this.completed = true;
    this.done = done;
    this.warnings = warnings;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const { stage, done, completed, warnings, startedAt } = this;
    const total = completed ? done : null;
    return { stage, done, total, percent: completed ? 100 : 0, warnings, startedAt };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const remarks = this.warnings.map(({ code, message }) => `- ${code}: ${message}`);
    const state = this.completed ? `done: ${this.done}` : 'under way';
    return [`**${this.stage}** · ${state}`, ...remarks].join('\n\n');
  }
}
