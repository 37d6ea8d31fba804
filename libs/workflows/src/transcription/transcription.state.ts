import type { StepOf, TaskWarning } from '#contracts/tasks';
import type {
  ChunkOutcome,
  PlanOutcome,
  StitchOutcome,
  TranscriptionCursor,
  WorkflowStatus,
} from '#contracts/workflows';
import { percentDone } from '#domain';

/** State of a run: its step, progress and warnings. */
export class TranscriptionState {
  step: StepOf<'transcription'> = 'probe';
  private completed = false;
  private doneMs: number;
  private totalMs: number | null;
  private chunksPlanned: number;
  private chunksDone = 0;
  private wantsSpeakers: boolean;
  private warnings: readonly TaskWarning[] = [];

  /**
   * @param startedAt when the first run began, ISO 8601 UTC
   * @param resume where an earlier run of the same task continued as new
   */
  constructor(
    private readonly startedAt: string,
    resume: TranscriptionCursor | undefined,
  ) {
    this.doneMs = resume?.doneMs ?? 0;
    this.totalMs = resume?.totalMs ?? null;
    this.chunksPlanned = resume?.nextIndex ?? 0;
    this.wantsSpeakers = resume?.tellsSpeakers ?? false;
    if (resume) this.step = 'decode';
  }

  /** Whether its speakers are to be told apart. */
  get tellsSpeakers(): boolean {
    return this.wantsSpeakers;
  }

  /** Index of the next planned chunk. */
  get nextIndex(): number {
    return this.chunksPlanned;
  }

  /** @param tellsSpeakers whether its speakers are to be told apart */
  probed(durationMs: number | null, tellsSpeakers: boolean): void {
    this.totalMs = durationMs;
    this.wantsSpeakers = tellsSpeakers;
    this.step = 'decode';
  }

  planned(plan: PlanOutcome): void {
    this.chunksPlanned += plan.chunkCount;
    this.doneMs += plan.silentMs;
    // Once the clip has been read to its end, its real length is known.
    const atEnd = plan.nextFromMs === null;
    this.totalMs = atEnd ? plan.readToMs : Math.max(this.totalMs ?? 0, plan.readToMs);
  }

  chunkDone(outcome: ChunkOutcome): void {
    this.chunksDone += 1;
    this.doneMs += outcome.audioMs;
    this.warnings = [...this.warnings, ...outcome.warnings];
  }

  stitched(outcome: StitchOutcome): void {
    this.completed = true;
    this.warnings = outcome.warnings;
  }

  /** Answer of the query `status`. */
  status(): WorkflowStatus {
    return {
      stage: this.step,
      done: this.totalMs === null ? this.doneMs : Math.min(this.doneMs, this.totalMs),
      total: this.totalMs,
      percent: percentDone(this.doneMs, this.totalMs, this.completed),
      warnings: this.warnings,
      startedAt: this.startedAt,
    };
  }

  /** The state that a new run needs to resume at `nextFromMs` after continue-as-new. */
  cursorAt(nextFromMs: number): TranscriptionCursor {
    return {
      startedAt: this.startedAt,
      totalMs: this.totalMs,
      doneMs: this.doneMs,
      nextFromMs,
      nextIndex: this.chunksPlanned,
      ...(this.wantsSpeakers ? { tellsSpeakers: true } : {}),
    };
  }

  /** What an operator reads in the Temporal Web UI. */
  details(): string {
    const { percent, done, total, warnings } = this.status();
    const seconds = `${Math.round(done / 1000)} of ${Math.round((total ?? 0) / 1000)} s of audio`;
    const warningLines = warnings.map((warning) => `- ${warning.code}: ${warning.message}`);
    return [
      `**${this.step}** · ${percent} % · ${seconds} · ${this.chunksDone} chunks finished`,
      ...warningLines,
    ].join('\n\n');
  }
}
