import type { StepOf } from '#contracts/tasks';
import type { WorkflowStatus } from '#contracts/workflows';

/** State of the run of an erasure. */
export class ErasureState {
  step: StepOf<'erasure'> = 'note';
  private items = 0;
  private waitsFor: 'backup' | 'snapshot' | null = null;
  private isCompleted = false;

  /** @param startedAt ISO 8601 UTC */
  constructor(private readonly startedAt: string) {}

  /** A step begins. */
  begin(step: StepOf<'erasure'>): void {
    this.step = step;
    this.waitsFor = null;
  }

  /** @param items how many things are gone */
  erased(items: number): void {
    this.items += items;
  }

  /** Until another task of the installation has ended. */
  waiting(task: 'backup' | 'snapshot'): void {
    this.waitsFor = task;
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

  /** What an operator reads in the Temporal Web UI. It names nobody. */
  details(): string {
    const count = `${this.items} removed`;
    if (this.isCompleted) return `done: ${count}`;
    const reason = this.waitsFor === null ? '' : ` · waits until the ${this.waitsFor} has ended`;
    return `**${this.step}** · ${count}${reason}`;
  }
}
