import { isCancellation } from '@temporalio/workflow';
import type { ErrorCode } from '#contracts/model';
import type { StepOf } from '#contracts/tasks';
import type { ActivityTimeouts, ClipRun } from '#contracts/workflows';
import { speechActivities } from '../shared/retry-classes.ts';
import { failureCodeOf } from '../shared/task-ending.ts';

/** Chunks of one activity: some minutes of speech, so that a day of it does not fill the history. */
const CHUNKS_TOGETHER = 10;

/** The voices of a clip: embedded chunk by chunk, and grouped at the end. A failure does not fail the transcript. */
export class VoicesOfClip {
  private embedding: Promise<ErrorCode | null> = Promise.resolve(null);

  constructor(
    private readonly clipRun: () => ClipRun,
    private readonly timeouts: ActivityTimeouts,
  ) {}

  /** Starts to embed the voices of all chunks, one activity after the other; the engine takes one at a time. */
  start(chunkCount: number): void {
    this.embedding = codeOf(this.embed(chunkCount));
    // Thrown where it is awaited; until then it must not count as unhandled.
    this.embedding.catch(() => undefined);
  }

  /** Waits until nothing is embedded any more. */
  async settled(): Promise<void> {
    await this.embedding.catch(() => undefined);
  }

  /**
   * Waits for the voices, and groups them.
   * @param begin called with each step when it begins
   * @returns why they could not be grouped; `null` when they are
   * @throws a cancellation
   */
  async finish(begin: (step: StepOf<'transcription'>) => void): Promise<ErrorCode | null> {
    begin('embed');
    const failure = await this.embedding;
    if (failure !== null) return failure;
    begin('group');
    return codeOf(speechActivities(this.timeouts).groupVoices(this.clipRun()));
  }

  private async embed(chunkCount: number): Promise<void> {
    for (let fromIndex = 0; fromIndex < chunkCount; fromIndex += CHUNKS_TOGETHER) {
      const toIndex = Math.min(chunkCount, fromIndex + CHUNKS_TOGETHER);
      const summary = `voices of chunks ${fromIndex + 1} – ${toIndex}`;
      const speech = speechActivities(this.timeouts, summary);
      await speech.embedVoices({ ...this.clipRun(), fromIndex, toIndex });
    }
  }
}

/** @returns why some work failed; `null` when it did not. @throws a cancellation */
async function codeOf(work: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await work;
    return null;
  } catch (failure) {
    if (isCancellation(failure)) throw failure;
    return failureCodeOf(failure);
  }
}
