import type { AudioProbe, Significance } from '#contracts/model';
import type { TaskError, TaskSettings, TaskStep, TaskType, TaskWarning } from '#contracts/tasks';

interface EventShape<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

interface OfRevision {
  readonly revision: number;
}

interface StartOfRun {
  readonly runId: string;
  readonly firstRunId?: string | null;
  readonly stage: TaskStep;
}

/** What was imported has the time at which it was made, ISO 8601 UTC. */
export interface MadeEarlier {
  readonly madeAt?: string;
}

/** What is known of an imported clip. */
interface ProbedClip {
  readonly durationMs: number | null;
  readonly container: string | null;
  readonly codec: string | null;
  readonly channels: number | null;
  readonly sampleRateHz: number | null;
}

/** The turns of an exchange from now on. */
interface TurnDivision {
  readonly exchangeId: string;
  readonly turns: readonly { readonly turnId: string }[];
  readonly gone: readonly string[];
}

interface BinnedClip {
  readonly clipId: string;
  readonly turnId: string;
  /** The exchange that goes with it; `null` when that has other turns. */
  readonly exchangeId: string | null;
}

type ConversationEvent =
  | EventShape<
      'conversation_created' | 'conversation_changed',
      MadeEarlier & { readonly projectId?: string | null }
    >
  | EventShape<'conversation_deleted' | 'conversation_restored' | 'conversation_purged', object>
  | EventShape<
      'exchange_added',
      MadeEarlier & {
        readonly exchangeId: string;
        readonly turns: readonly { readonly turnId: string }[];
      }
    >
  | EventShape<
      'clip_received',
      MadeEarlier & {
        readonly exchangeId: string;
        readonly turnId: string;
        readonly clipId: string;
        readonly taskId: string;
        readonly others?: readonly { readonly turnId: string }[];
        readonly sizeBytes: number;
        readonly sha256: string;
        readonly probed?: ProbedClip;
      }
    >
  | EventShape<
      'exchange_deleted' | 'exchange_restored',
      OfRevision & { readonly exchangeId: string; readonly clips: number }
    >
  | EventShape<'exchange_purged', { readonly exchangeId: string }>
  | EventShape<'clip_deleted' | 'clip_restored', OfRevision & BinnedClip>
  | EventShape<'clip_purged', BinnedClip>
  | EventShape<'summary_removed', { readonly summaryId: string }>
  | EventShape<'clip_probed', { readonly clipId: string; readonly probe: AudioProbe }>
  | EventShape<
      'clip_transcribed',
      OfRevision & { readonly clipId: string; readonly durationMs: number }
    >
  | EventShape<
      'segments_corrected' | 'segment_edited' | 'transcript_removed' | 'conversation_imported',
      OfRevision
    >
  | EventShape<'speakers_told', TurnDivision & { readonly revision?: number }>
  | EventShape<'speakers_changed', OfRevision & { readonly division?: TurnDivision }>
  | EventShape<'clip_audio_removed', { readonly clipId: string }>
  | EventShape<
      'summary_written',
      OfRevision & { readonly summaryId: string; readonly engine: string }
    >;

type TaskEvent =
  | EventShape<
      'task_created',
      {
        readonly type: TaskType;
        readonly clipId: string | null;
        readonly workflowId: string;
        readonly urgent: boolean;
        readonly entity?: { readonly kind: string; readonly id: string };
        readonly settings?: TaskSettings;
      }
    >
  | EventShape<'task_started' | 'task_reopened', StartOfRun>
  | EventShape<'task_run_changed', { readonly runId: string }>
  | EventShape<
      'task_completed',
      { readonly stage: TaskStep; readonly warnings: readonly TaskWarning[] }
    >
  | EventShape<'task_failed', { readonly error: TaskError }>
  | EventShape<'task_cancel_requested' | 'task_cancelled', object>
  | EventShape<
      'task_retried',
      { readonly attempt: number; readonly settings?: TaskSettings; readonly workflowId?: string }
    >;

type MemoryEvent =
  | EventShape<'memory_written', { readonly memoryId: string; readonly exchangeId: string | null }>
  | EventShape<'memory_edited', { readonly memoryId: string }>
  | EventShape<'memory_kept', { readonly memoryId: string }>
  | EventShape<
      'memory_deleted' | 'memory_restored' | 'memory_purged',
      { readonly memoryId: string }
    >
  | EventShape<
      'memory_significance_set',
      {
        readonly memoryId: string;
        readonly significance: Significance;
        /** Events of earlier versions have none. */
        readonly value?: number | null;
        readonly engine: string;
        readonly rubricVersion: string;
      }
    >
  | EventShape<
      'memory_pin_changed',
      { readonly memoryId: string; readonly pinned: boolean; readonly autoPinned: boolean }
    >;

interface OfProject {
  readonly projectId: string;
}

/** The settings of a project; omitted ones do not change. */
interface ProjectSettings {
  readonly currency?: string;
  readonly timeZone?: string;
  readonly refresh?: string;
}

type ProjectEvent =
  | EventShape<'project_created' | 'project_changed', OfProject & ProjectSettings & MadeEarlier>
  | EventShape<'project_deleted', OfProject & { readonly restorable?: never }>
  | EventShape<'project_deleted', OfProject & { readonly restorable: true }>
  | EventShape<'project_restored' | 'project_purged', OfProject>
  | EventShape<'fact_decided' | 'action_item_marked' | 'summary_edited', object>
  | EventShape<
      'document_added',
      OfProject &
        MadeEarlier & {
          readonly documentId: string;
          readonly taskId: string;
          readonly sizeBytes: number;
          readonly sha256: string;
          readonly writtenOn: string;
        }
    >
  | EventShape<
      'document_deleted' | 'document_restored' | 'document_purged',
      OfProject & { readonly documentId: string }
    >
  | EventShape<'document_removed', OfProject & { readonly documentId: string }>
  | EventShape<
      'document_read',
      OfProject & {
        readonly documentId: string;
        readonly format: string;
        readonly partCount: number;
      }
    >
  | EventShape<
      'report_written',
      OfProject & { readonly agent: string; readonly reportId: string; readonly engine: string }
    >
  | EventShape<'report_removed', OfProject & { readonly reportId: string }>;

/** The repair of rows by what the log says; it changes nothing that the log says. */
type RepairEvent = EventShape<'projection_repaired', object>;

/** Events before it are those of the backup; open tasks are retried before it. */
type RestoreEvent = EventShape<'installation_restored', object>;

/** Everything of an owner is gone, who has a pseudonym from now on. */
type ErasureEvent = EventShape<'owner_erased', object>;

/** A glossary has words only, which no event says. */
type OwnerEvent = EventShape<'owner_glossary_changed', object>;

/**
 * What a replay needs of an event of the change log. Every event of the store has this shape, which
 * the compiler checks where the log is read; events of earlier versions lack the optional fields.
 */
export type LoggedEvent = (
  | OwnerEvent
  | ConversationEvent
  | TaskEvent
  | MemoryEvent
  | ProjectEvent
  | RepairEvent
  | RestoreEvent
  | ErasureEvent
) & {
  /** Number of the event. */
  readonly sequence: number;
  readonly ownerId: string;
  readonly conversationId: string | null;
  readonly taskId: string | null;
  readonly createdAt: Date;
};

/** A logged event of one type, or of several. */
export type LoggedEventOf<Type extends LoggedEvent['type']> = Extract<
  LoggedEvent,
  { readonly type: Type }
>;
