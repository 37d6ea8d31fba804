import type { StepOf } from '#contracts/tasks';
import type { BackupSizes, WorkflowStatus } from '#contracts/workflows';
import { percentDone } from '#domain';

/** A step that reads or writes bytes, so that it has a part in the progress. */
export type BackupStep = keyof BackupSizes;

/** State of the run of a backup: its step, and the bytes of the steps that are done. */
export class BackupState {
  step: StepOf<'backup'> = 'dump';
  private doneBytes = 0;
  private sizes: BackupSizes | null = null;
  private ended: 'completed' | 'notDue' | null = null;

  /** @param startedAt ISO 8601 UTC */
  constructor(private readonly startedAt: string) {}

  planned(sizes: BackupSizes): void {
    this.sizes = sizes;
  }

  /** Begins a step. @returns its part of the progress of the task */
  begin(step: BackupStep) {
    this.step = step;
    const stepBytes = this.sizes?.[step] ?? 0;
    return { doneBytes: this.doneBytes, stepBytes, totalBytes: this.totalBytes ?? 0 };
  }

  finished(step: BackupStep): void {
    this.doneBytes += this.sizes?.[step] ?? 0;
  }

  end(how: 'completed' | 'notDue'): void {
    this.ended = how;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    const { step, doneBytes: done, totalBytes: total, startedAt } = this;
    const percent = percentDone(done, total, this.ended !== null);
    return { stage: step, done, total, percent, warnings: [], startedAt };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    if (this.ended === 'notDue') return 'skipped: there is a backup that is new enough';
    if (this.ended === 'completed') return 'verified and complete';
    const { sizes } = this;
    if (sizes === null) return 'starting';
    const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    const steps = [
      `database ${mebibytes(sizes.dump)}`,
      `new recordings ${mebibytes(sizes.copy)}`,
      `to verify ${mebibytes(sizes.verify)}`,
    ];
    return `**${this.step}**\n\n- ${steps.join('\n- ')}`;
  }

  private get totalBytes(): number | null {
    const { sizes } = this;
    return sizes === null ? null : sizes.dump + sizes.copy + sizes.verify;
  }
}
