import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import type { EarlierTaskInput } from '../shared/earlier-payloads.ts';
import { runLanguageTask } from '../shared/run-language-task.ts';

/** Corrects the segments of a task: writes the layer `corrected`, and each change with its rule. */
export function correction(input: TaskInput | EarlierTaskInput): Promise<TaskOutcome> {
  return runLanguageTask('correction', input);
}
