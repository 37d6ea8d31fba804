import type { StepOf } from '#contracts/tasks';
import type { WorkflowStatus } from '#contracts/workflows';

/** State of the run of a clean-up. */
export class CleanUpState {
  step: StepOf<'clean_up'> = 'purge';
  private items = 0;
  private waits = false;
  private isCompleted = false;

  /** @param startedAt ISO 8601 UTC */
  constructor(private readonly startedAt: string) {}

  /** A further round begins. */
  begin(): void {
    this.step = 'purge';
    this.waits = false;
  }

  /** @param items how many items of the bin are gone */
  purged(items: number): void {
    this.step = 'remove';
    this.items += items;
  }

  /** Until a backup or a restore has ended. */
  waiting(): void {
    this.waits = true;
  }

  completed(): void {
    this.isCompleted = true;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const { step, items: done, isCompleted, startedAt } = this;
    const total = isCompleted ? done : null;
    return { stage: step, done, total, percent: isCompleted ? 100 : 0, warnings: [], startedAt };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const count = `${this.items} removed from the bin`;
    if (this.isCompleted) return `done: ${count}`;
    const reason = this.waits ? ' · waits until the backup or restore has ended' : '';
    return `**${this.step}** · ${count}${reason}`;
  }
}
