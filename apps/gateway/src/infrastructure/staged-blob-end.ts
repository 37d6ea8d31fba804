import type { StagedBlob } from '#store';

/** Sees to it that staged bytes come to exactly one of their two ends. */
export class StagedBlobEnd {
  private kept = false;

  constructor(private readonly staged: StagedBlob) {}

  async keep(): Promise<void> {
    await this.staged.keep();
    this.kept = true;
  }

  async discardUnlessKept(): Promise<void> {
    if (!this.kept) await this.staged.discard();
  }
}
