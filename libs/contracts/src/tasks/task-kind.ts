import type { EngineKind } from '../model/engines.ts';
import type { WorkQueue } from '../model/queues.ts';

/**
 * What a task works on, and what a request for the task must therefore name. Tasks of a `project`
 * have routes of their own, as have those of an `owner`, which work on what an owner has or a part of
 * it, and those of the `installation`, which work on all data and belong to no owner.
 */
export const TASK_SUBJECTS = ['clip', 'conversation', 'project', 'owner', 'installation'] as const;
export type TaskSubject = (typeof TASK_SUBJECTS)[number];

/** Properties that all tasks of one type have in common. */
export interface TaskKind {
  /** Task queue of its activities. */
  readonly queue: WorkQueue;
  /** Unit of its progress. */
  readonly unit: string;
  /** Its steps, in order. */
  readonly steps: readonly [string, ...string[]];
  readonly of: TaskSubject;
  /** The kind of engine that does the work; a request may name an engine of it. `null` for none. */
  readonly engine: EngineKind | null;
  /** Whether it changes the text of its conversation. */
  readonly changesText: boolean;
  /**
   * Whether there is at most one open task for each subject. The workflow id then contains the id
   * of the subject, otherwise that of the task.
   */
  readonly oneAtATime: boolean;
  /** Whether it is postponed until its entity is quiet, unless it was requested through the API. */
  readonly waitsForQuiet: boolean;
  /**
   * Whether it runs within the run of its entity, instead of in a run of its own, when its engine
   * costs nothing and nobody requested it by name.
   */
  readonly sharesRun: boolean;
  /** Whether people may cancel its tasks. One that would leave something half gone goes on. */
  readonly cancellable: boolean;
}
