import type { StageInput, StageOutcome } from '#contracts/messages';
import { runStage } from '../shared/run-stage.ts';

/** Scores the memories of a task; those that are pivotal get pinned. */
export function significance(input: StageInput): Promise<StageOutcome> {
  return runStage(input, 'score', (language, run) => language.scoreMemories(run));
}
