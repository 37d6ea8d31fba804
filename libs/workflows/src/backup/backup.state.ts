import type { StepOf } from '#contracts/tasks';
import type { BackupSizes, WorkflowStatus } from '#contracts/workflows';
import { ByteSteps } from '../shared/byte-steps.ts';

/** State of the run of a backup. */
export class BackupState {
  readonly steps: ByteSteps<StepOf<'backup'>>;
  private sizes: BackupSizes | null = null;
  private ended: 'completed' | 'notDue' | null = null;

  /** @param startedAt ISO 8601 UTC */
  constructor(startedAt: string) {
    this.steps = new ByteSteps<StepOf<'backup'>>('dump', startedAt);
  }

  planned(sizes: BackupSizes): void {
    this.sizes = sizes;
    this.steps.planned(sizes);
  }

  end(how: 'completed' | 'notDue'): void {
    this.ended = how;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    return this.steps.status(this.ended !== null);
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    if (this.ended === 'notDue') return 'skipped: there is a backup that is new enough';
    if (this.ended === 'completed') return 'verified and complete';
    const { sizes } = this;
    if (sizes === null) return 'starting';
    const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    const lines = [
      `database ${mebibytes(sizes.dump)}`,
      `new recordings ${mebibytes(sizes.copy)}`,
      `to verify ${mebibytes(sizes.verify)}`,
    ];
    return `**${this.steps.step}**\n\n- ${lines.join('\n- ')}`;
  }
}
