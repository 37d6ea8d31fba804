import type { BackupProgress } from '#backups';
import type { TaskRun, TaskStep } from '#contracts/tasks';
import type { StepBytes } from '#contracts/workflows';
import { Paced, type Logger } from '#platform';
import { isWriteBlocked, type InstallationRunsRepository } from '#store';
import type { HeartbeatScope } from './heartbeats.ts';

/** Interval at which progress is stored. */
const INTERVAL_MS = 1_000;

/** Where the progress of a step goes. */
interface Watchers {
  readonly installationRuns: InstallationRunsRepository;
  readonly logger: Logger;
}

/** A step of a run, with its part of the progress of the task. */
export interface ByteStep extends TaskRun, StepBytes {
  readonly step: TaskStep;
}

/**
 * Does the work of a step, counts its bytes, sends them with the heartbeats and stores them each
 * second, and at the end of the step.
 * @throws what the work throws; then nothing more is stored
 */
export async function withByteProgress<Result>(
  watchers: Watchers,
  step: ByteStep,
  scope: HeartbeatScope,
  work: (progress: BackupProgress) => Promise<Result>,
): Promise<Result> {
  const progress = new ByteProgress(watchers, step, scope);
  const onBytes = (bytes: number) => progress.add(bytes);
  try {
    const result = await work({ signal: scope.signal, onBytes });
    await progress.finish();
    return result;
  } finally {
    progress.stop();
  }
}

class ByteProgress {
  private bytes = 0;
  private readonly storing: Paced;

  constructor(
    private readonly watchers: Watchers,
    private readonly run: ByteStep,
    private readonly scope: HeartbeatScope,
  ) {
    this.storing = new Paced(() => this.store(), INTERVAL_MS);
    this.storing.request();
  }

  /** Adds bytes that were read or written. */
  add(bytes: number): void {
    this.bytes += bytes;
    this.scope.report({ done: this.done, total: this.run.totalBytes });
    this.storing.request();
  }

  /** The step is done: stores that it has added its part. */
  async finish(): Promise<void> {
    this.bytes = this.run.stepBytes;
    this.storing.stop();
    await this.store();
  }

  stop(): void {
    this.storing.stop();
  }

  /** Sizes are estimates, so a step may read more than was planned; it still ends at its part. */
  private get done(): number {
    return this.run.doneBytes + Math.min(this.bytes, this.run.stepBytes);
  }

  private async store(): Promise<void> {
    const { done, run } = this;
    const { installationRuns, logger } = this.watchers;
    try {
      await installationRuns.advance(run, { step: run.step, done, total: run.totalBytes });
    } catch (err) {
      // A restore blocks writers; its progress is in its heartbeats.
      if (isWriteBlocked(err)) return;
      logger.warn({ taskId: run.taskId, err }, 'progress could not be stored');
    }
  }
}
