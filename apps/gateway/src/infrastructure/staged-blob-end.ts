import type { StagedBlob } from '#store';

/** Ensures that staged bytes are either kept or discarded, exactly once. */
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
