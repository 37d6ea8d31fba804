import type { TaskStep } from '#contracts/tasks';
import type { StepBytes, WorkflowStatus } from '#contracts/workflows';
import { percentDone } from '#domain';

/** The progress of a task whose steps read and write bytes; other steps add nothing to it. */
export class ByteSteps<Step extends TaskStep> {
  private doneBytes = 0;
  private sizes: Partial<Readonly<Record<Step, number>>> | null = null;

  /**
   * @param current the first step
   * @param startedAt ISO 8601 UTC
   */
  constructor(
    private current: Step,
    private readonly startedAt: string,
  ) {}

  get step(): Step {
    return this.current;
  }

  /** @param sizes how much each step reads and writes; estimates */
  planned(sizes: Partial<Readonly<Record<Step, number>>>): void {
    this.sizes = sizes;
  }

  /** Begins a step, when the one before it is done. @returns its part of the progress of the task */
  begin(step: Step): StepBytes {
    this.current = step;
    const { doneBytes } = this;
    return { doneBytes, stepBytes: this.sizeOf(step), totalBytes: this.totalBytes ?? 0 };
  }

  finished(step: Step): void {
    this.doneBytes += this.sizeOf(step);
  }

  /** Answer of the query `status`. */
  status(isCompleted: boolean): WorkflowStatus {
    const { step, doneBytes: done, totalBytes: total, startedAt } = this;
    const percent = percentDone(done, total, isCompleted);
    return { stage: step, done, total, percent, warnings: [], startedAt };
  }

  private sizeOf(step: Step): number {
    return this.sizes?.[step] ?? 0;
  }

  private get totalBytes(): number | null {
    if (this.sizes === null) return null;
    return Object.values<number | undefined>(this.sizes).reduce<number>(
      (sum, bytes) => sum + (bytes ?? 0),
      0,
    );
  }
}
