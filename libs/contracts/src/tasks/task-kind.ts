import type { EngineKind } from '../model/engines.ts';
import type { WorkQueue } from '../model/queues.ts';

/** What the work of a task type is about, and what a request for it has to name. */
export const TASK_SUBJECTS = ['clip', 'conversation'] as const;
export type TaskSubject = (typeof TASK_SUBJECTS)[number];

/** Everything that is true of all tasks of one type. */
export interface TaskKind {
  /** Where its activities run. */
  readonly queue: WorkQueue;
  /** What its progress counts. */
  readonly unit: string;
  /** What it does, in order. */
  readonly steps: readonly [string, ...string[]];
  readonly of: TaskSubject;
  /** The kind of engine that does the work, of which a request may name one; `null` for none. */
  readonly engine: EngineKind | null;
  /** Whether the text of its conversation reads differently afterwards. */
  readonly changesText: boolean;
  /**
   * Whether there is at most one open task for each subject. The workflow id then names the subject,
   * else the task.
   */
  readonly oneAtATime: boolean;
  /** Whether it is put off until its entity has been quiet, unless somebody asks for it. */
  readonly waitsForQuiet: boolean;
}
