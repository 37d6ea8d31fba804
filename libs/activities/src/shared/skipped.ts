import type { TaskOutcome } from '#contracts/workflows';

/** Result of an activity whose run of the task has already ended. */
export const SKIPPED: TaskOutcome = { kind: 'skip', done: 0, warnings: [], behind: false };
