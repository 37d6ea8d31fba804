import type { HeardSegment, PlannedChunk } from '#contracts/model';
import type { TaskSettings, TaskWarning } from '#contracts/tasks';
import type { clips, taskChunks } from '../../schema/index.ts';

export type ChunkRecord = typeof taskChunks.$inferSelect;
export type ClipRow = typeof clips.$inferSelect;

/** A clip to transcribe, with the settings of its task. */
export interface ClipWork {
  readonly clip: ClipRow;
  /** Who speaks in the clip. */
  readonly speaker: string;
  /** The label that its voice got; `null` when no voice told who speaks. */
  readonly voiceLabel: string | null;
  /** Whether turns of several speakers are known of it that no voice has told, such as imported ones. */
  readonly hasKnownTurns: boolean;
  readonly settings: TaskSettings;
}

/** The planned chunks of a stretch of a clip, and what the stretch reveals about the clip. */
export interface PlanRecord {
  /** Start of the stretch in milliseconds. */
  readonly fromMs: number;
  /** Start of the next stretch in milliseconds; `null` at the end of the clip. */
  readonly nextFromMs: number | null;
  readonly firstIndex: number;
  readonly chunks: readonly PlannedChunk[];
  readonly silentMs: number;
  /** How far the clip has been read, in milliseconds; at its end, its true length. */
  readonly readToMs: number;
  readonly warnings: readonly TaskWarning[];
}

/** The result of finished engine work. */
export interface ChunkResult {
  readonly key: string;
  /** SHA-256 of the recording; `null` in a result of an earlier version. */
  readonly audioSha256: string | null;
  readonly engine: string;
  readonly language: string;
  readonly segments: readonly HeardSegment[];
  readonly warnings: readonly TaskWarning[];
}

/** A chunk to decode. */
export interface ChunkWork {
  readonly chunk: ChunkRecord;
  readonly clip: ClipRow;
  readonly settings: TaskSettings;
  /** End of the previous chunk in milliseconds; `null` for the first. */
  readonly previousEndMs: number | null;
}

/** The text of a chunk so far. */
export interface ChunkText {
  readonly index: number;
  /** The task's version at the chunk's last change. */
  readonly version: number;
  readonly finished: boolean;
  readonly segments: readonly HeardSegment[];
}
