import type { TaskRun } from '../tasks/task-run.ts';
import type { TaskWarning } from '../tasks/task-report.ts';
import type { TaskInput } from './task-workflow.ts';

/** Input of the `transcription` workflow. */
export interface TranscriptionInput extends TaskInput {
  /** Set only by the workflow itself when it continues as new. */
  readonly resume?: TranscriptionCursor;
}

/** Where a run that continues as new takes up. */
export interface TranscriptionCursor {
  readonly startedAt: string;
  readonly totalMs: number | null;
  readonly doneMs: number;
  readonly nextFromMs: number;
  readonly nextIndex: number;
}

/** Names the clip that an activity works on, for a run of a task. */
export interface ClipRun extends TaskRun {
  readonly clipId: string;
}

/** `skip` when this run of the task has ended already, so there is nothing to do. */
export type ProbeOutcome =
  { readonly kind: 'skip' } | { readonly kind: 'ready'; readonly durationMs: number | null };

/** Asks for the chunks of the next stretch of a clip. */
export interface PlanRequest extends ClipRun {
  readonly fromMs: number;
  /** Number that the first chunk of this stretch gets. */
  readonly firstIndex: number;
}

/** How many chunks a stretch of a clip was cut into, and where planning goes on. */
export interface PlanOutcome {
  readonly chunkCount: number;
  /** Audio of the stretch in which nobody speaks, which therefore needs no decoding. */
  readonly silentMs: number;
  /** Where the next stretch begins; `null` at the end of the clip. */
  readonly nextFromMs: number | null;
  /** How far the clip has been read. */
  readonly readToMs: number;
}

/** Names one planned chunk. */
export interface ChunkRequest extends ClipRun {
  readonly index: number;
}

/** A chunk is decoded and stored. */
export interface ChunkOutcome {
  /** Audio that is now done, not counting what overlaps the chunk before. */
  readonly audioMs: number;
  readonly warnings: readonly TaskWarning[];
}

/** The transcript of a clip is stored. */
export interface StitchOutcome {
  readonly segmentCount: number;
  readonly warnings: readonly TaskWarning[];
}

/** Activities that need the audio and the speech engine; on the `speech` queue. */
export interface SpeechActivities {
  /** Opens the clip, stores what it contains and marks the task as running. */
  probeClip(run: ClipRun): Promise<ProbeOutcome>;
  /** Cuts the next stretch of the clip into chunks at silences and stores them. */
  planChunks(request: PlanRequest): Promise<PlanOutcome>;
  /** Decodes one chunk, or finds its stored result. */
  transcribeChunk(request: ChunkRequest): Promise<ChunkOutcome>;
}

/** Activities that need the database alone; on the `orchestration` queue. */
export interface TranscriptActivities {
  /** Joins all chunks into the transcript, raises the revision and completes the task. */
  stitchTranscript(run: ClipRun): Promise<StitchOutcome>;
}
