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
  /** Set only by the workflow itself when it continues as new. */
  readonly resume?: EntityResume;
}

/** The state of the workflow of an entity that its next run resumes with. */
export interface EntityResume {
  /** When its first run began, ISO 8601 UTC. */
  readonly startedAt: string;
  /** Number of tasks that were started so far. */
  readonly started: number;
  /** When new material last arrived, milliseconds since the epoch. */
  readonly lastNewsMs: number;
  /** Since when tasks wait for quiet. */
  readonly quiet: readonly QuietSince[];
  /** Tasks whose own runs are still open. */
  readonly running: readonly EntityTask[];
}

/** Since when a task of one type waits for quiet. */
export interface QuietSince {
  readonly type: TaskType;
  /** Milliseconds since the epoch. */
  readonly sinceMs: number;
}

/** A task of an entity whose work has not started. */
export interface EntityTask extends TaskRun {
  readonly type: TaskType;
  readonly workflowId: string;
  readonly conversationId: string | null;
  readonly clipId: string | null;
  /** The project that it works on; missing or `null` when there is none. */
  readonly projectId?: string | null;
  /** The agent whose report it makes; missing or `null` when there is none. */
  readonly agent?: string | null;
  /** Whether it was requested through the API, and so does not wait until its entity is quiet. */
  readonly skipsQuietWait: boolean;
  readonly priority: TaskPriority;
  /** How much there is to do, in the unit of its type; `null` while that is not known. */
  readonly total: number | null;
  /** Title of the conversation or name of the file, if Temporal may have it. */
  readonly label: string | null;
}

/** The pending work of an entity. */
export interface PendingWork {
  readonly tasks: readonly EntityTask[];
  /** Whether there is more work than was taken. */
  readonly more: boolean;
  /** Ids of the tasks in `TakeWork.followed` that have ended. */
  readonly ended: readonly string[];
}

/** Input of `takeWork`. */
export interface TakeWork extends EntityRef {
  /** Runs that the workflow has started or follows; they are left out of the result. */
  readonly known: readonly TaskRun[];
  /** Ids of tasks whose ends the workflow is not told of; the result says which have ended. */
  readonly followed: readonly string[];
}

/** Activities of the workflow of an entity; local activities, in workers of `orchestration`. */
export interface EntityActivities {
  /**
   * Creates tasks for the pending work of an entity.
   * @returns its tasks whose work has not started, except known ones; the same ones when it is
   * repeated
   */
  takeWork(request: TakeWork): Promise<PendingWork>;
}
