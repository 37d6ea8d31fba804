import type { TaskOutcome } from '#contracts/workflows';

/** What an activity answers when its run has ended already. */
export const SKIPPED: TaskOutcome = { kind: 'skip', done: 0, warnings: [], behind: false };
