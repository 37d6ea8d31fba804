import type { LanguageLimits } from './stages.ts';
import type { TaskPriority, TaskType } from './tasks.ts';
import type { TranscriptionLimits } from './transcription.ts';

/** Name under which the workflow is registered and started. */
export const CONVERSATION_WORKFLOW = 'conversation';

/** Name of the signal that says that a conversation has work. It carries nothing. */
export const WAKE_SIGNAL = 'wake';

/** The one workflow that sees to a conversation. */
export function conversationWorkflowId(conversationId: string): string {
  return `conversation:${conversationId}`;
}

/** When the summary of a conversation that changes is made. */
export interface SummaryTiming {
  /** Made when the text has not changed for so long; 0 makes it at once. */
  readonly quietMs: number;
  /** Made after so long even if the text keeps changing. */
  readonly longestWaitMs: number;
}

/** Input of the `conversation` workflow: references and settings, never content. */
export interface ConversationInput {
  readonly conversationId: string;
  readonly ownerId: string;
  readonly summary: SummaryTiming;
  /** Ends when nothing has happened for so long; the next wake starts it again. */
  readonly idleMs: number;
  readonly transcription: TranscriptionLimits;
  readonly language: LanguageLimits;
  /** Set only by the workflow itself when it continues as new: when its first run began. */
  readonly startedAt?: string;
}

/** A task of a conversation that waits for its workflow. */
export interface WaitingTask {
  readonly taskId: string;
  readonly type: TaskType;
  readonly attempt: number;
  readonly workflowId: string;
  /** The clip of a transcription. */
  readonly clipId: string | null;
  /** Somebody asked for it by name, so it does not wait until the conversation is quiet. */
  readonly urgent: boolean;
  /** Left out by workers of before there were priorities: interactive. */
  readonly priority?: TaskPriority;
}

/** What waits in a conversation. */
export interface WaitingWork {
  readonly tasks: readonly WaitingTask[];
  /** Whether there is more than was taken. */
  readonly more: boolean;
}

/** Names the conversation whose waiting work is taken. */
export interface TakeWorkRequest {
  readonly conversationId: string;
}

/** Activities of the `conversation` workflow; on the `orchestration` queue. */
export interface ConversationActivities {
  /**
   * Makes tasks of what waits in the conversation, and names all tasks whose work has not begun.
   * Asking again names the same ones.
   */
  takeWork(request: TakeWorkRequest): Promise<WaitingWork>;
}
