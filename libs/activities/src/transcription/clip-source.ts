import type { ClipRun } from '#contracts/workflows';
import { AppError } from '#platform';
import type { BlobStore, ClipRow, ClipWork, TranscriptionRepository } from '#store';

/** Finds the clip of a run, and its bytes. */
export class ClipSource {
  constructor(
    private readonly transcriptions: TranscriptionRepository,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Sets the run to running, and finds its clip.
   * @returns `null` when this run has already ended
   * @throws AppError `not_found` when the clip no longer exists
   */
  async start(run: ClipRun, runId: string): Promise<ClipWork | null> {
    const [isOpen, work] = await Promise.all([
      this.transcriptions.start(run, runId),
      this.transcriptions.findClipWork(run),
    ]);
    return isOpen ? existing(run, work) : null;
  }

  /** @throws AppError `not_found` when the clip no longer exists */
  async find(run: ClipRun): Promise<ClipWork> {
    return existing(run, await this.transcriptions.findClipWork(run));
  }

  /**
   * Path of a local file with the bytes of the clip.
   * @throws AppError `clip_audio_removed` when they are no longer kept; `clip_bytes_missing` when they
   * are not in the blob store
   */
  async pathOf(clip: ClipRow): Promise<string> {
    if (clip.audioRemovedAt !== null) {
      throw new AppError('clip_audio_removed', `The recording of ${clip.id} is no longer kept.`);
    }
    return this.blobs.localPath(clip.sha256);
  }
}

function existing(run: ClipRun, work: ClipWork | null): ClipWork {
  if (work !== null) return work;
  throw new AppError('not_found', `The clip ${run.clipId} no longer exists.`);
}
