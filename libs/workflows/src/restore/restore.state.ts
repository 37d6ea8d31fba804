import type { StepOf } from '#contracts/tasks';
import type { RestoreSizes, WorkflowStatus } from '#contracts/workflows';
import { percentDone } from '#domain';

/** A step that reads or writes bytes, so that it has a part in the progress. */
type MeasuredStep = keyof RestoreSizes;

/** How a restore ended. */
export type RestoreEnd = 'completed' | 'undone';

/** State of the run of a restore: its step, and the bytes of the steps that are done. */
export class RestoreState {
  step: StepOf<'restore'> = 'unpack';
  private doneBytes = 0;
  private sizes: RestoreSizes = { unpack: 0, protect: 0 };
  private ended: RestoreEnd | null = null;

  /** @param startedAt ISO 8601 UTC */
  constructor(private readonly startedAt: string) {}

  planned(sizes: RestoreSizes): void {
    this.sizes = sizes;
  }

  /** Begins a step. @returns its part of the progress of the task */
  begin(step: StepOf<'restore'>) {
    this.step = step;
    const { doneBytes, totalBytes } = this;
    const stepBytes = isMeasured(step) ? this.sizes[step] : 0;
    return { doneBytes, stepBytes, totalBytes };
  }

  finished(step: MeasuredStep): void {
    this.doneBytes += this.sizes[step];
  }

  end(how: RestoreEnd): void {
    this.ended = how;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const { step, doneBytes: done, totalBytes: total, startedAt } = this;
    const percent = percentDone(done, total, this.ended === 'completed');
    return { stage: step, done, total, percent, warnings: [], startedAt };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    if (this.ended === 'completed') return 'restored and checked; writers are let in';
    if (this.ended === 'undone') return 'undone: everything is as it was before';
    return DETAILS[this.step];
  }

  private get totalBytes(): number {
    return this.sizes.unpack + this.sizes.protect;
  }
}

const DETAILS: Readonly<Record<StepOf<'restore'>, string>> = {
  unpack: '**unpack**: restoring beside the current data, which can be changed',
  protect: '**protect**: writers are blocked while the current data is backed up',
  switch: '**switch**: the restored database takes the place of the current one',
  confirm: '**confirm**: checking the result before writers are let in',
};

function isMeasured(step: StepOf<'restore'>): step is MeasuredStep {
  return step === 'unpack' || step === 'protect';
}
