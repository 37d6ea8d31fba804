import type { StageInput, StageOutcome } from '#contracts/messages';
import { runStage } from '../shared/run-stage.ts';

/** Summarises a conversation as it is when the run begins; the summary names that revision. */
export function summary(input: StageInput): Promise<StageOutcome> {
  return runStage(input, 'summarise', (language, run) => language.summariseConversation(run));
}
