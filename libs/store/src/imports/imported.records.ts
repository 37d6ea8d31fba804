import type {
  ExportedClip,
  ExportedConversation,
  ExportedCorrection,
  ExportedExchange,
  ExportedMemory,
  ExportedSegment,
  ExportedSummary,
  ExportedTurn,
  ExportedVersion,
} from '#contracts/export';

/**
 * A conversation as it was elsewhere, with the ids that it had there. The clips have no paths: their
 * bytes are kept already.
 */
export interface ImportedConversation {
  /** Its id is that of its origin: for a transcript, the hash of the file. */
  readonly conversation: ExportedConversation['conversation'];
  /** Whether its text was corrected and its memories scored; otherwise that is done after the import. */
  readonly isProcessed: boolean;
  readonly exchanges: readonly ExportedExchange[];
  readonly turns: readonly ExportedTurn[];
  readonly clips: readonly Omit<ExportedClip, 'path'>[];
  readonly segments: readonly ExportedSegment[];
  readonly corrections: readonly ExportedCorrection[];
  readonly versions: readonly ExportedVersion[];
  readonly summaries: readonly ExportedSummary[];
  readonly memories: readonly ExportedMemory[];
}

/** For whom and by which task something is imported. */
export interface Importing {
  readonly ownerId: string;
  readonly taskId: string;
  readonly attempt: number;
}

/**
 * Something that is imported. `new`: it is not there yet. `added`: this task has added it. `there`: the
 * owner had it before.
 */
export interface ImportedPlace {
  readonly id: string;
  readonly state: 'new' | 'added' | 'there';
}
