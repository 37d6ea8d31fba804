import type { HeardSegment, PlannedChunk } from '#contracts/model';
import type { TaskSettings, TaskWarning } from '#contracts/tasks';
import type { clips, taskChunks } from '../../schema/index.ts';

export type ChunkRecord = typeof taskChunks.$inferSelect;
export type ClipRow = typeof clips.$inferSelect;

/** A clip that is to be transcribed. */
export interface ClipWork {
  readonly clip: ClipRow;
  readonly settings: TaskSettings;
}

/** The chunks of a stretch and what the stretch says about the clip. */
export interface PlanRecord {
  /** Where the stretch begins. */
  readonly fromMs: number;
  /** Where the next stretch begins; `null` at the end of the clip. */
  readonly nextFromMs: number | null;
  readonly firstIndex: number;
  readonly chunks: readonly PlannedChunk[];
  readonly silentMs: number;
  /** How far the clip has been read; at its end, its true length. */
  readonly readToMs: number;
  readonly warnings: readonly TaskWarning[];
}

/** Engine work that is finished. */
export interface ChunkResult {
  readonly key: string;
  readonly engine: string;
  readonly language: string;
  readonly segments: readonly HeardSegment[];
  readonly warnings: readonly TaskWarning[];
}

/** A chunk that is to be decoded. */
export interface ChunkWork {
  readonly chunk: ChunkRecord;
  /** Address of the clip's bytes. */
  readonly sha256: string;
  readonly settings: TaskSettings;
  /** Where the chunk before it ends; `null` for the first. */
  readonly previousEndMs: number | null;
}

/** What is known of the text of a chunk. */
export interface ChunkText {
  readonly index: number;
  /** The task's version at the chunk's last change. */
  readonly version: number;
  readonly finished: boolean;
  readonly segments: readonly HeardSegment[];
}
