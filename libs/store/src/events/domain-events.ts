import type { AudioProbe, TaskError, TaskType, TaskWarning } from '#contracts/messages';

interface EventShape<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

/** A task at one of its runs. */
interface OfRun {
  readonly attempt: number;
}

/** Everything that can happen. The data holds references and facts, not the words themselves. */
export type DomainEvent =
  | EventShape<'conversation_created', { readonly title: string; readonly tags: readonly string[] }>
  | EventShape<
      'clip_received',
      {
        readonly exchangeId: string;
        readonly turnId: string;
        readonly clipId: string;
        readonly speaker: string;
        readonly fileName: string;
        readonly sizeBytes: number;
        readonly sha256: string;
      }
    >
  | EventShape<
      'task_created',
      { readonly type: TaskType; readonly clipId: string; readonly workflowId: string }
    >
  | EventShape<'task_started', OfRun & { readonly runId: string }>
  | EventShape<'clip_probed', OfRun & { readonly clipId: string; readonly probe: AudioProbe }>
  | EventShape<
      'clip_transcribed',
      OfRun & {
        readonly clipId: string;
        readonly turnId: string;
        readonly engine: string;
        readonly durationMs: number;
        readonly segmentCount: number;
        readonly wordCount: number;
      }
    >
  | EventShape<'task_completed', OfRun & { readonly warnings: readonly TaskWarning[] }>
  | EventShape<'task_failed', OfRun & { readonly error: TaskError }>
  | EventShape<'task_cancel_requested', OfRun>
  | EventShape<'task_cancelled', OfRun>
  | EventShape<'task_retried', OfRun>;

/** What an event is about. */
interface EventSubject {
  readonly ownerId: string;
  readonly conversationId: string;
  /** Two events with one key are one event. */
  readonly idempotencyKey: string;
}

/** Events about a task name it; the others need not. */
type Subjected<Event extends DomainEvent> = Event extends {
  type: 'conversation_created' | 'clip_received';
}
  ? Event & EventSubject & { readonly taskId: null }
  : Event & EventSubject & { readonly taskId: string };

/** An event that is about to be stored. */
export type NewEvent = Subjected<DomainEvent>;

/** An event of one type (or of several). */
export type EventOf<Type extends DomainEvent['type']> = Extract<NewEvent, { readonly type: Type }>;
