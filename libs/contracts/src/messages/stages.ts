import type { TaskRun, TaskWarning } from './tasks.ts';

/** Names under which the workflows of language work are registered and started. */
export const CORRECTION_WORKFLOW = 'correction';
export const SUMMARY_WORKFLOW = 'summary';
export const SIGNIFICANCE_WORKFLOW = 'significance';

/** Corrections of one conversation may overlap: each is of a batch of its own. */
export function correctionWorkflowId(taskId: string): string {
  return `correction:${taskId}`;
}

/** The one workflow that may summarise a conversation at a time. */
export function summaryWorkflowId(conversationId: string): string {
  return `summary:${conversationId}`;
}

/** Each batch of memories is scored by a workflow of its own. */
export function significanceWorkflowId(taskId: string): string {
  return `significance:${taskId}`;
}

/** Settings that a run of language work keeps from its start to its end. */
export interface LanguageLimits {
  /** A batch may take this long before its activity counts as hung. */
  readonly batchTimeoutMs: number;
  /** A worker that has not been heard of for so long is taken for dead. */
  readonly heartbeatTimeoutMs: number;
}

/** Input of the workflows `correction`, `summary` and `significance`: references and settings. */
export interface StageInput extends TaskRun {
  readonly ownerId: string;
  /** `null` for memories that belong to no conversation. */
  readonly conversationId: string | null;
  readonly limits: LanguageLimits;
}

/** What a stage of language work came to. */
export interface StageOutcome {
  /** `skip` when this run of the task had ended already, so there was nothing to do. */
  readonly kind: 'done' | 'skip';
  /** How many pieces were worked on. */
  readonly done: number;
  readonly warnings: readonly TaskWarning[];
  /** Whether the text has changed since the stage took its snapshot, so that there is more to do. */
  readonly behind: boolean;
}

/** Activities that need a language engine; on the `language` queue. */
export interface LanguageActivities {
  /** Corrects the segments of a correction task, and completes it. */
  correctSegments(run: TaskRun): Promise<StageOutcome>;
  /** Summarises the conversation of a summary task, and completes it. */
  summariseConversation(run: TaskRun): Promise<StageOutcome>;
  /** Scores the memories of a significance task, pins what is pivotal, and completes it. */
  scoreMemories(run: TaskRun): Promise<StageOutcome>;
}
