import type { StepOf } from '#contracts/tasks';
import type { StepBytes, WorkflowStatus } from '#contracts/workflows';
import { ByteSteps } from '../shared/byte-steps.ts';

/** State of the run of an import. */
export class ImportState {
  readonly steps: ByteSteps<StepOf<'import'>>;
  private bytes: number | null = null;
  private recordings = 0;
  private isCompleted = false;

  /** @param startedAt ISO 8601 UTC */
  constructor(startedAt: string) {
    this.steps = new ByteSteps<StepOf<'import'>>('check', startedAt);
  }

  /** @param bytes how much there is to store; checking has read as much */
  checked(bytes: number): void {
    this.bytes = bytes;
    this.steps.planned({ check: bytes, store: bytes });
    this.steps.finished('check');
  }

  /** @param recordings how many there are to open */
  probing(recordings: number): StepBytes {
    this.recordings = recordings;
    return this.steps.begin('probe');
  }

  completed(): void {
    this.steps.finished('store');
    this.isCompleted = true;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    return this.steps.status(this.isCompleted);
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const { bytes } = this;
    if (bytes === null) return 'checking the file';
    const opened = this.recordings === 0 ? '' : `, ${this.recordings} recordings`;
    const size = `${(bytes / 2 ** 20).toFixed(1)} MiB${opened}`;
    return this.isCompleted ? `complete: ${size}` : `**${this.steps.step}** · ${size}`;
  }
}
