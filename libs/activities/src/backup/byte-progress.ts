import type { TaskStep } from '#contracts/tasks';
import type { BackupStepRun } from '#contracts/workflows';
import { Paced, type Logger } from '#platform';
import { isWriteBlocked, type InstallationRunsRepository } from '#store';
import type { HeartbeatScope } from '../shared/heartbeats.ts';

/** Interval at which progress is stored. */
const INTERVAL_MS = 1_000;

/** Counts the bytes of a step, sends them with the heartbeats and stores them each second. */
export class ByteProgress {
  private bytes = 0;
  private readonly storing: Paced;

  constructor(
    private readonly runs: InstallationRunsRepository,
    private readonly run: BackupStepRun,
    private readonly step: TaskStep,
    private readonly scope: HeartbeatScope,
    private readonly logger: Logger,
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

  /** No progress is stored from now on, except what is being stored. */
  stop(): void {
    this.storing.stop();
  }

  /** Sizes are estimates, so a step may read more than was planned; it still ends at its part. */
  private get done(): number {
    return this.run.doneBytes + Math.min(this.bytes, this.run.stepBytes);
  }

  private async store(): Promise<void> {
    const { step, done } = this;
    try {
      await this.runs.advance(this.run, { step, done, total: this.run.totalBytes });
    } catch (err) {
      // A restore blocks writers; its progress is in its heartbeats.
      if (isWriteBlocked(err)) return;
      this.logger.warn({ taskId: this.run.taskId, err }, 'progress could not be stored');
    }
  }
}
