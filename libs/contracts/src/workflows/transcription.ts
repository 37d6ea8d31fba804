import type { ErrorCode } from '../model/error-codes.ts';
import type { TaskWarning } from '../tasks/task-report.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';
import type { TaskInput } from './task-workflow.ts';

/** Input of the `transcription` workflow. */
export interface TranscriptionInput extends TaskInput {
  /** Set only by the workflow itself when it continues as new. */
  readonly resume?: TranscriptionCursor;
}

/** Where a run resumes after continue-as-new. */
export interface TranscriptionCursor {
  readonly startedAt: string;
  readonly totalMs: number | null;
  readonly doneMs: number;
  readonly nextFromMs: number;
  readonly nextIndex: number;
  /** Whether the speakers are to be told apart; left out in histories of earlier versions. */
  readonly tellsSpeakers?: boolean;
}

/** A run of a transcription task, and its clip. */
export interface ClipRun extends SoleActivityRun {
  readonly clipId: string;
}

/** Input of `probeClip`. */
export interface ProbeRequest extends ClipRun {
  /** Also cut the first stretch into chunks, which saves an activity. */
  readonly plansFirstStretch?: boolean;
}

/** `skip` when this run of the task has already ended, so that there is nothing to do. */
export type ProbeOutcome =
  | { readonly kind: 'skip' }
  | {
      readonly kind: 'ready';
      readonly durationMs: number | null;
      /** The plan of the first stretch, if the request wanted it and the worker knows how. */
      readonly firstPlan?: PlanOutcome;
      /** Whether the speakers are to be told apart by their voices; never by workers of an earlier version. */
      readonly tellsSpeakers?: boolean;
    };

/** Input of `planChunks`: the stretch of the clip to cut into chunks. */
export interface PlanRequest extends ClipRun {
  readonly fromMs: number;
  /** Index of the first chunk of this stretch. */
  readonly firstIndex: number;
}

/** A range of a clip, in milliseconds from its start. */
export interface ChunkRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** Result of `planChunks`. */
export interface PlanOutcome {
  /** Number of chunks that the stretch was cut into. */
  readonly chunkCount: number;
  /** The chunks, in order; omitted in histories of version 0.1. */
  readonly chunks?: readonly ChunkRange[];
  /** Audio of the stretch without speech, which is not decoded. */
  readonly silentMs: number;
  /** Start of the next stretch; `null` at the end of the clip. */
  readonly nextFromMs: number | null;
  /** Position up to which the clip has been read. */
  readonly readToMs: number;
}

/** Input of `transcribeChunk`: one planned chunk. */
export interface ChunkRequest extends ClipRun {
  readonly index: number;
}

/** Result of `transcribeChunk`. */
export interface ChunkOutcome {
  /** Audio that is now done, without the overlap with the previous chunk. */
  readonly audioMs: number;
  readonly warnings: readonly TaskWarning[];
}

/** Input of `embedVoices`: some consecutive chunks. */
export interface VoicesRequest extends ClipRun {
  readonly fromIndex: number;
  /** The first index after them. */
  readonly toIndex: number;
}

/** Result of `groupVoices`. */
export interface SpeakersOutcome {
  /** How many speakers there are; 0 without speech. */
  readonly speakerCount: number;
}

/** Input of `stitchTranscript`. */
export interface StitchRequest extends ClipRun {
  /** Whether its voices were grouped, so that each speaker gets turns. */
  readonly tellsSpeakers?: boolean;
  /** Why the speakers could not be told apart, although they were to be. */
  readonly voicesFailure?: ErrorCode;
}

/** Result of `stitchTranscript`. */
export interface StitchOutcome {
  readonly segmentCount: number;
  readonly warnings: readonly TaskWarning[];
}

/** Activities that use the audio and the speech engine; on the `speech` queue. */
export interface SpeechActivities {
  /** Sets the task to running, opens the clip, and stores what it contains. */
  probeClip(request: ProbeRequest): Promise<ProbeOutcome>;
  /** Cuts the next stretch of the clip into chunks at silences and stores them. */
  planChunks(request: PlanRequest): Promise<PlanOutcome>;
  /** Decodes one chunk, or reuses its stored result. */
  transcribeChunk(request: ChunkRequest): Promise<ChunkOutcome>;
  /** Stores embeddings of the voices in finished chunks, or finds that they are stored. */
  embedVoices(request: VoicesRequest): Promise<void>;
  /** Groups the stored embeddings of the whole clip, and stores who speaks when. */
  groupVoices(run: ClipRun): Promise<SpeakersOutcome>;
}

/** Activities that tell speakers apart in what was transcribed already; on the `speech` queue. */
export interface DiarisationActivities {
  /** Divides the text of a conversation's recordings by their speakers, and completes the task. */
  tellSpeakers(run: SoleActivityRun): Promise<TaskOutcome>;
}

/** Activities that use only the database; on the `orchestration` queue. */
export interface TranscriptActivities {
  /**
   * Joins all chunks into the transcript, with a turn for whoever speaks, increments the revision, and
   * completes the task.
   */
  stitchTranscript(run: StitchRequest): Promise<StitchOutcome>;
}
