import type { StageOutcome } from '#contracts/messages';

/** What an activity answers when its run has ended already. */
export const SKIPPED: StageOutcome = { kind: 'skip', done: 0, warnings: [], behind: false };
