import type { TaskPriority } from '../model/priorities.ts';
import type { TaskRun } from '../tasks/task-run.ts';
import type { TaskType } from '../tasks/catalogue.ts';
import type { RunSettings } from './activity-timeouts.ts';
import type { EntityRef } from './entities.ts';

/** When to run the tasks that wait for quiet. */
export interface QuietTiming {
  /** How long the entity must be unchanged; 0 runs them at once. */
  readonly quietMs: number;
  /** Maximum wait, even if there are more changes. */
  readonly longestWaitMs: number;
}

/** Input of the workflow of an entity: references and settings, never content. */
export interface EntityInput {
  readonly id: string;
  readonly ownerId: string;
  readonly quiet: QuietTiming;
  /** Idle time after which the workflow ends; the next work signal starts it again. */
  readonly idleMs: number;
  readonly run: RunSettings;
  /** Set only by the workflow itself when it continues as new: when its first run began. */
  readonly startedAt?: string;
}

/** A task of an entity whose work has not started. */
export interface EntityTask extends TaskRun {
  readonly type: TaskType;
  readonly workflowId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
  /** Whether it was requested through the API, and so does not wait until its entity is quiet. */
  readonly skipsQuietWait: boolean;
  readonly priority: TaskPriority;
}

/** The pending work of an entity. */
export interface PendingWork {
  readonly tasks: readonly EntityTask[];
  /** Whether there is more work than was taken. */
  readonly more: boolean;
}

/** Activities of the workflow of an entity; local activities, in workers of `orchestration`. */
export interface EntityActivities {
  /**
   * Creates tasks for the pending work of an entity.
   * @returns all its tasks whose work has not started; the same ones when it is repeated
   */
  takeWork(entity: EntityRef): Promise<PendingWork>;
}
