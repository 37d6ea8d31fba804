import type { ClipRun } from '#contracts/workflows';
import { AppError } from '#platform';
import type { BlobStore, ClipRow, ClipWork, TranscriptionRepository } from '#store';

/** Finds what a run works on. */
export class ClipSource {
  constructor(
    private readonly transcriptions: TranscriptionRepository,
    private readonly blobs: BlobStore,
  ) {}

  /** @throws AppError `not_found` when the clip is gone */
  async find(run: ClipRun): Promise<ClipWork> {
    const work = await this.transcriptions.findClipWork(run);
    if (work !== null) return work;
    throw new AppError('not_found', `There is no clip ${run.clipId} any more.`);
  }

  /**
   * A file on this machine with the clip's bytes.
   * @throws AppError `clip_bytes_missing`
   */
  pathOf(clip: ClipRow): Promise<string> {
    return this.blobs.localPath(clip.sha256);
  }
}
