import type { AudioProbe, Significance, TaskPriority } from '#contracts/model';
import type { TaskError, TaskSettings, TaskStep, TaskType, TaskWarning } from '#contracts/tasks';
import type { EntityRef } from '#contracts/workflows';
import type { ConversationEvent, TurnDivision } from './conversation-events.ts';
import type { EventShape, OfRevision, OfRun } from './event-shape.ts';
import type { ProjectEvent, ProjectResultEvent } from './project-events.ts';

/** A workflow has started or reopened a task. Event data calls the step `stage`. */
interface StartOfRun extends OfRun {
  readonly runId: string;
  /** `null` for workflows of a version that did not report it. */
  readonly firstRunId: string | null;
  readonly stage: TaskStep;
}

/** Results of tasks on a conversation. */
type ResultEvent =
  /** All of it is there; it has the revision that it had where it comes from. */
  | EventShape<'conversation_imported', OfRun & OfRevision>
  | EventShape<'clip_probed', OfRun & { readonly clipId: string; readonly probe: AudioProbe }>
  | EventShape<
      'clip_transcribed',
      OfRun &
        OfRevision & {
          readonly clipId: string;
          readonly turnId: string;
          readonly engine: string;
          readonly durationMs: number;
          readonly segmentCount: number;
          readonly wordCount: number;
        }
    >
  /** Who speaks in a recording was told by voices: the turns of its exchange from now on, in order. */
  | EventShape<
      'speakers_told',
      OfRun &
        TurnDivision & {
          readonly clipId: string;
          /** Omitted when the text is written with it, which has a revision of its own. */
          readonly revision?: number;
        }
    >
  | EventShape<
      'segments_corrected',
      OfRun &
        OfRevision & {
          readonly engine: string;
          readonly segmentCount: number;
          readonly changedCount: number;
        }
    >
  | EventShape<
      'summary_written',
      OfRun & OfRevision & { readonly summaryId: string; readonly engine: string }
    >;

/** Events of a task. Tasks that score memories may belong to no conversation. */
type TaskEvent =
  | EventShape<
      'task_created',
      {
        readonly type: TaskType;
        readonly clipId: string | null;
        readonly workflowId: string;
        readonly total: number | null;
        /** It was requested explicitly, so it does not wait until its entity is quiet. */
        readonly urgent: boolean;
        /** The entity whose workflow runs it; omitted when that is its conversation, or none. */
        readonly entity?: EntityRef;
        /** Omitted when it uses the worker's settings. */
        readonly settings?: TaskSettings;
        readonly priority: TaskPriority;
      }
    >
  | EventShape<'task_started', StartOfRun>
  | EventShape<'task_reopened', StartOfRun>
  | EventShape<'task_run_changed', OfRun & { readonly runId: string }>
  | EventShape<
      'task_completed',
      OfRun & { readonly stage: TaskStep; readonly warnings: readonly TaskWarning[] }
    >
  | EventShape<'task_failed', OfRun & { readonly error: TaskError }>
  | EventShape<'task_cancel_requested', OfRun>
  | EventShape<'task_cancelled', OfRun>
  | EventShape<
      'task_retried',
      OfRun & {
        /** The task's settings from now on; omitted when they do not change. */
        readonly settings?: TaskSettings;
        /** Id of the workflow that runs it from now on; omitted when it does not change. */
        readonly workflowId?: string;
      }
    >;

/** Events of a memory. Memories that an application wrote belong to no conversation. */
type MemoryEvent =
  | EventShape<'memory_written', { readonly memoryId: string; readonly exchangeId: string | null }>
  | EventShape<'memory_edited', { readonly memoryId: string }>
  /** Its conversation was deleted, and it was not: it belongs to none from then on. */
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
      {
        readonly memoryId: string;
        readonly pinned: boolean;
        /** Whether the rule decided, rather than a person. */
        readonly autoPinned: boolean;
      }
    >;

/** Events of the installation. */
type InstallationEvent = EventShape<
  'installation_restored',
  {
    /** The backup that took the place of the data. */
    readonly backupId: string;
    /** When it was taken, ISO 8601 UTC. */
    readonly takenAt: string;
    /** Sequence of its newest event; later events up to this one belong to the replaced data. */
    readonly eventNumber: number;
    /** Backup of the replaced data. */
    readonly restorePointId: string;
    /** Rows of the tables that a restore does not change itself. */
    readonly rows: number;
  }
>;

/** A row was not what the log says, and was set to it. The event itself changes nothing. */
type RepairEvent = EventShape<
  'projection_repaired',
  { readonly table: string; readonly rowId: string; readonly fields: readonly string[] }
>;

/**
 * Everything of an owner is gone. Its owner is the pseudonym, which the events before it get one after
 * the other in the place of the name.
 */
type ErasureEvent = EventShape<'owner_erased', { readonly erasureId: string }>;

/** A person has changed the glossary of an owner. */
type OwnerEvent = EventShape<'owner_glossary_changed', object>;

/** Every domain event. The data holds references and facts, never text of a conversation. */
export type DomainEvent =
  | ConversationEvent
  | ResultEvent
  | TaskEvent
  | MemoryEvent
  | ProjectEvent
  | ProjectResultEvent
  | InstallationEvent
  | RepairEvent
  | OwnerEvent
  | ErasureEvent;

/** The common fields of every event. */
interface EventSubject {
  readonly ownerId: string;
  /** Events with the same key are stored once. */
  readonly idempotencyKey: string;
}

type About<Event, ConversationId, TaskId> = Event extends DomainEvent
  ? Event & EventSubject & { readonly conversationId: ConversationId; readonly taskId: TaskId }
  : never;

/** An event that is about to be stored. */
export type NewEvent =
  | About<ConversationEvent, string, string | null>
  | About<ResultEvent, string, string>
  | About<TaskEvent, string | null, string>
  | About<MemoryEvent, string | null, string | null>
  | About<ProjectEvent, null, string | null>
  | About<ProjectResultEvent, null, string>
  | About<InstallationEvent, null, string>
  | About<RepairEvent, string | null, null>
  | About<OwnerEvent, null, null>
  | About<ErasureEvent, null, null>;

/** An event of one type, or of several. */
export type EventOf<Type extends DomainEvent['type']> = Extract<NewEvent, { readonly type: Type }>;
