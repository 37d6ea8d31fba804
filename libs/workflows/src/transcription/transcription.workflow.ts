import {
  ApplicationFailure,
  CancellationScope,
  continueAsNew,
  ContinueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { clockTime } from '#domain';
import type {
  ChunkRange,
  ClipRun,
  PlanOutcome,
  SpeechActivities,
  StitchRequest,
  TranscriptActivities,
  TranscriptionInput,
} from '#contracts/workflows';
import { toTaskInput, type EarlierTaskInput } from '../shared/earlier-payloads.ts';
import { InFlight } from '../shared/in-flight.ts';
import { statusQuery } from '../shared/messages.ts';
import { databaseActivities, speechActivities } from '../shared/retry-classes.ts';
import { isEndRecorded, taskEndingOf } from '../shared/task-ending.ts';
import { TranscriptionState } from './transcription.state.ts';
import { VoicesOfClip } from './voices-of-clip.ts';

/**
 * Transcribes a clip: probe → cut into chunks at silences → decode chunks concurrently → tell speakers apart, if that
 * is wanted → stitch.
 * The last step completes the task; a failure or a cancellation is recorded before the run closes.
 * @throws what the run failed with, after it was recorded
 */
export async function transcription(
  given: TranscriptionInput | (EarlierTaskInput & Pick<TranscriptionInput, 'resume'>),
): Promise<void> {
  const { resume } = given;
  const input = { ...toTaskInput(given), ...(resume ? { resume } : {}) };
  const startedAt = resume?.startedAt ?? workflowInfo().startTime.toISOString();
  const state = new TranscriptionState(startedAt, resume);
  setHandler(statusQuery, () => state.status());
  const database = databaseActivities();
  const run = new TranscriptionRun(input, state, speechActivities(input.timeouts), database);
  const scope = new CancellationScope();
  try {
    await scope.run(() => run.run());
  } catch (failure) {
    if (failure instanceof ContinueAsNew) throw failure;
    scope.cancel();
    const { taskId, attempt } = input;
    const ending = taskEndingOf(failure, state.step);
    await CancellationScope.nonCancellable(async () => {
      await run.settled();
      // Chunks do not: others may still be decoded when one of them ends.
      if (!isEndRecorded(failure)) await database.endTask({ taskId, attempt, ending });
    });
    throw failure;
  }
}

/** The steps of one run, wired to its activities. */
class TranscriptionRun {
  private readonly inFlight: InFlight;
  private readonly voices: VoicesOfClip;

  constructor(
    private readonly input: TranscriptionInput,
    private readonly state: TranscriptionState,
    private readonly speech: SpeechActivities,
    private readonly database: TranscriptActivities,
  ) {
    this.inFlight = new InFlight(input.parallelActivities);
    this.voices = new VoicesOfClip(() => this.clipRun(), input.timeouts);
  }

  async run(): Promise<void> {
    const first = await this.firstPlan();
    if (first === null) return;
    await this.decode(first);
    const speakers = await this.tellSpeakers();
    this.state.step = 'stitch';
    this.showDetails();
    const run = { ...this.clipRun(), ...speakers, endsIn: 'stitch' } as const;
    this.state.stitched(await this.database.stitchTranscript(run));
    this.showDetails();
  }

  /** Waits until no chunk is being decoded or embedded any more; failures of chunks are ignored. */
  async settled(): Promise<void> {
    await this.inFlight.settled();
    await this.voices.settled();
  }

  /** The plan with which this run begins; `null` when this run of the task has already ended. */
  private async firstPlan(): Promise<PlanOutcome | null> {
    const { resume } = this.input;
    if (resume !== undefined) return this.plan(resume.nextFromMs, this.state.nextIndex);
    const request = { ...this.clipRun(), plansFirstStretch: true, endsIn: 'probe' } as const;
    const outcome = await this.speech.probeClip(request);
    if (outcome.kind === 'skip') return null;
    this.state.probed(outcome.durationMs, outcome.tellsSpeakers ?? false);
    this.showDetails();
    // Workers of an earlier version only probe, also in recorded histories.
    return outcome.firstPlan ?? this.plan(0, this.state.nextIndex);
  }

  /**
   * Decodes the clip by stretches. The next stretch is planned while the chunks of this one are
   * being decoded. Its activity is scheduled before theirs, so that it does not wait behind them.
   */
  private async decode(first: PlanOutcome): Promise<void> {
    let planning: Promise<PlanOutcome> | null = Promise.resolve(first);
    while (planning !== null) {
      const plan: PlanOutcome = await planning;
      const firstIndex = this.state.nextIndex;
      this.state.planned(plan);
      this.showDetails();
      const { nextFromMs } = plan;
      const startNewRun = workflowInfo().continueAsNewSuggested;
      planning =
        nextFromMs === null || startNewRun ? null : this.plan(nextFromMs, this.state.nextIndex);
      await this.decodeChunks(firstIndex, plan);
      if (nextFromMs !== null && startNewRun) await this.continueInNewRun(nextFromMs);
    }
    // No chunk waits for a slot any more, so voices cost the text nothing.
    this.voices.start(this.state.tellsSpeakers ? this.state.nextIndex : 0);
    await this.inFlight.drain();
  }

  /** What the transcript gets to know of its speakers. */
  private async tellSpeakers(): Promise<Pick<StitchRequest, 'tellsSpeakers' | 'voicesFailure'>> {
    if (!this.state.tellsSpeakers) return {};
    const voicesFailure = await this.voices.finish((step) => {
      this.state.step = step;
      this.showDetails();
    });
    return voicesFailure === null ? { tellsSpeakers: true } : { voicesFailure };
  }

  private plan(fromMs: number, firstIndex: number): Promise<PlanOutcome> {
    const planning = this.speech.planChunks({ ...this.clipRun(), fromMs, firstIndex });
    // A failure is thrown where the plan is awaited; until then it must not count as unhandled.
    planning.catch(() => undefined);
    return planning;
  }

  private async decodeChunks(
    firstIndex: number,
    { chunkCount, chunks }: PlanOutcome,
  ): Promise<void> {
    for (let number = 0; number < chunkCount; number += 1) {
      const range = chunks?.[number];
      await this.inFlight.add(() => this.decodeChunk(firstIndex + number, range));
    }
  }

  /** In the Temporal Web UI the activity has the name of its range. */
  private async decodeChunk(index: number, range: ChunkRange | undefined): Promise<void> {
    const summary = range && `${clockTime(range.startMs)} – ${clockTime(range.endMs)}`;
    const speech = speechActivities(this.input.timeouts, summary);
    this.state.chunkDone(await speech.transcribeChunk({ ...this.clipRun(), index }));
    this.showDetails();
  }

  /** The size of a history is limited, so ten hours of audio take several runs. */
  private async continueInNewRun(nextFromMs: number): Promise<void> {
    await this.inFlight.drain();
    await continueAsNew<typeof transcription>({
      ...this.input,
      resume: this.state.cursorAt(nextFromMs),
    });
  }

  private clipRun(): ClipRun {
    const { taskId, clipId, attempt } = this.input;
    if (clipId === null) throw ApplicationFailure.nonRetryable('The task has no clip.', 'internal');
    return { taskId, clipId, attempt, firstRunId: workflowInfo().firstExecutionRunId };
  }

  private showDetails(): void {
    setCurrentDetails(this.state.details());
  }
}
