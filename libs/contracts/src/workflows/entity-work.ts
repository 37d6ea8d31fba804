import type { TaskPriority } from '../model/priorities.ts';
import type { TaskRun } from '../tasks/task-run.ts';
import type { TaskType } from '../tasks/catalogue.ts';
import type { RunSettings } from './activity-timeouts.ts';
import type { EntityRef } from './entities.ts';

/** When tasks that wait for quiet are run. */
export interface QuietTiming {
  /** Run when nothing has changed for so long; 0 runs them at once. */
  readonly quietMs: number;
  /** Run after so long even if there are more changes. */
  readonly longestWaitMs: number;
}

/** Input of the workflow of an entity: references and settings, never content. */
export interface EntityInput {
  readonly id: string;
  readonly ownerId: string;
  readonly quiet: QuietTiming;
  /** Ends when nothing has happened for so long; the next work signal starts it again. */
  readonly idleMs: number;
  readonly run: RunSettings;
  /** Set only by the workflow itself when it continues as new: when its first run began. */
  readonly startedAt?: string;
}

/** A task of an entity whose work has not begun. */
export interface EntityTask extends TaskRun {
  readonly type: TaskType;
  readonly workflowId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
  /** Somebody asked for it by name, so it does not wait until its entity is quiet. */
  readonly skipsQuietWait: boolean;
  readonly priority: TaskPriority;
}

/** The work that waits for an entity. */
export interface PendingWork {
  readonly tasks: readonly EntityTask[];
  /** Whether there is more than was taken. */
  readonly more: boolean;
}

/** Activities of the workflow of an entity; on the `orchestration` queue. */
export interface EntityActivities {
  /**
   * Makes tasks of what waits for an entity, and names all its tasks whose work has not begun. Asking
   * again names the same ones.
   */
  takeWork(entity: EntityRef): Promise<PendingWork>;
}
