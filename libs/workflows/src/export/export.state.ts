import type { StepOf } from '#contracts/tasks';
import type { WorkflowStatus } from '#contracts/workflows';
import { ByteSteps } from '../shared/byte-steps.ts';

/** State of the run of an export. */
export class ExportState {
  readonly steps: ByteSteps<StepOf<'export'>>;
  private contents: { readonly files: number; readonly bytes: number } | null = null;
  private isCompleted = false;

  /** @param startedAt ISO 8601 UTC */
  constructor(startedAt: string) {
    this.steps = new ByteSteps<StepOf<'export'>>('collect', startedAt);
  }

  collected({ files, bytes }: { readonly files: number; readonly bytes: number }): void {
    this.contents = { files, bytes };
    this.steps.planned({ write: bytes });
  }

  completed(): void {
    this.isCompleted = true;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    return this.steps.status(this.isCompleted);
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const { contents } = this;
    if (contents === null) return 'starting';
    const size = `${contents.files} files, ${(contents.bytes / 2 ** 20).toFixed(1)} MiB`;
    return this.isCompleted ? `complete: ${size}` : `**${this.steps.step}** · ${size}`;
  }
}
