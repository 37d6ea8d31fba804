import type { SharedRunTaskType } from '../tasks/task-type-groups.ts';
import type { SoleActivityRun, TaskOutcome } from './task-outcome.ts';

/** Activities that use a language engine; on the `language` queue. */
export interface LanguageActivities {
  /** Corrects the segments of a correction task, and completes it. */
  correctSegments(run: SoleActivityRun): Promise<TaskOutcome>;
  /** Summarises the conversation of a summary task, and completes it. */
  summariseConversation(run: SoleActivityRun): Promise<TaskOutcome>;
  /** Scores the memories of a significance task, pins the pivotal ones, and completes it. */
  scoreMemories(run: SoleActivityRun): Promise<TaskOutcome>;
}

/** The activity that does the work of each task type that may run within the run of its entity. */
export const SHARED_RUN_ACTIVITIES: Readonly<Record<SharedRunTaskType, keyof LanguageActivities>> =
  {
    correction: 'correctSegments',
    summary: 'summariseConversation',
    significance: 'scoreMemories',
  };
