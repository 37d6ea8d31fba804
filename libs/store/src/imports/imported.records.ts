import type { TaskSettings } from '#contracts/tasks';
import type {
  ExportedClip,
  ExportedConversation,
  ExportedCorrection,
  ExportedDecision,
  ExportedDocument,
  ExportedDocumentPart,
  ExportedExchange,
  ExportedFact,
  ExportedItemMark,
  ExportedMemory,
  ExportedRejectedName,
  ExportedReport,
  ExportedSegment,
  ExportedSpeakerChange,
  ExportedSummary,
  ExportedSummaryEdit,
  ExportedTurn,
  ExportedVersion,
  ExportedVoiceProfile,
} from '#contracts/export';

/** A recording as it was elsewhere. Its bytes are kept already. */
export interface ImportedClip extends Omit<ExportedClip, 'path'> {
  /** Otherwise it is transcribed after the import. */
  readonly isTranscribed: boolean;
}

/**
 * A conversation as it was elsewhere, with the ids that it had there.
 */
export interface ImportedConversation {
  /** Its id is that of its origin: for a transcript, the hash of the file. */
  readonly conversation: ExportedConversation['conversation'];
  /** Whether its text was corrected and its memories scored; otherwise that is done after the import. */
  readonly isProcessed: boolean;
  readonly exchanges: readonly ExportedExchange[];
  readonly turns: readonly ExportedTurn[];
  readonly clips: readonly ImportedClip[];
  readonly segments: readonly ExportedSegment[];
  readonly corrections: readonly ExportedCorrection[];
  readonly versions: readonly ExportedVersion[];
  readonly summaries: readonly ExportedSummary[];
  readonly summaryEdits: readonly ExportedSummaryEdit[];
  readonly memories: readonly ExportedMemory[];
  /** What people have decided of action items. */
  readonly actionItemMarks: readonly ExportedItemMark[];
  /** What people have decided about speakers. */
  readonly speakerChanges: readonly ExportedSpeakerChange[];
  readonly voiceProfiles: readonly ExportedVoiceProfile[];
  readonly rejectedNames: readonly ExportedRejectedName[];
}

/** A document as it was elsewhere. Its bytes are kept already. */
export interface ImportedDocument extends Omit<ExportedDocument, 'path' | 'partsPath'> {
  /** Its project here. */
  readonly projectId: string;
  /** What was read of it, in order. */
  readonly parts: readonly ExportedDocumentPart[];
}

/** A fact with its id and its source here. */
export interface ImportedFact extends Omit<ExportedFact, 'saidAt'> {
  readonly saidAt: Date;
}

/** What a person has decided about a fact. */
export interface ImportedDecision {
  readonly fact: Pick<ImportedFact, 'id' | 'agent' | 'sourceId' | 'citation'>;
  readonly decision: ExportedDecision['decision'];
  readonly decidedAt: Date;
}

/** A report with the ids of facts and sources here; its own is that of its origin. */
export interface ImportedReport {
  readonly report: ExportedReport;
  /** The sources whose facts it was computed from. */
  readonly sourceIds: readonly string[];
}

/** For whom and by which task something is imported. */
export interface Importing {
  readonly ownerId: string;
  readonly taskId: string;
  readonly attempt: number;
  /** With what recordings are transcribed that are not yet; omitted for nothing of its own. */
  readonly settings?: TaskSettings;
}

/**
 * Something that is imported. `new`: it is not there yet. `added`: this task has added it. `there`: the
 * owner had it before.
 */
export interface ImportedPlace {
  readonly id: string;
  /** `binned`: the owner has it, in the bin; it is left there, and gets no parts. */
  readonly state: 'new' | 'added' | 'there' | 'binned';
}
