import type { StageInput, StageOutcome } from '#contracts/messages';
import { runStage } from '../shared/run-stage.ts';

/** Corrects the segments of a task: writes the layer `corrected`, and what was changed why. */
export function correction(input: StageInput): Promise<StageOutcome> {
  return runStage(input, 'correct', (language, run) => language.correctSegments(run));
}
