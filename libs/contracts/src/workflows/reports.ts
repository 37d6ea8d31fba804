import type { TaskRun } from '../tasks/task-run.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/** What a report has to read. */
export interface CollectedSources {
  /** `skip` when this run of the task had already ended, so that there is nothing to do. */
  readonly kind: 'done' | 'skip';
  /** Number of sources that are new or have changed. */
  readonly unread: number;
}

/** What one call has read. */
export interface ReadSources {
  readonly kind: 'done' | 'skip';
  /** Sources that were read, also those that could not be. */
  readonly read: number;
  /** Sources that are left to read. */
  readonly unread: number;
}

/** Input of `writeReport`. */
export interface WriteReport extends SoleActivityRun {
  /** The time of the task is over: what is finished is written, and the task ends by itself. */
  readonly partial?: boolean;
}

/** Activities of the tasks that make reports; on the `language` queue. */
export interface ReportActivities {
  /** Marks the run as started, and counts what is new since the last report. */
  collectSources(run: TaskRun): Promise<CollectedSources>;
  /** Reads some sources and stores their facts, so that no later call reads them again. */
  readSources(run: TaskRun): Promise<ReadSources>;
  /** Computes the report from all facts, writes it, and completes the task. */
  writeReport(run: WriteReport): Promise<TaskOutcome>;
}

/** Activities of the tasks that read documents; on the `language` queue. */
export interface DocumentActivities {
  /** Reads the document of a task, and completes it. */
  readDocument(run: SoleActivityRun): Promise<TaskOutcome>;
}
