import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import { runLanguageTask } from '../shared/run-language-task.ts';

/** Waters a garden. */
export function watering(input: TaskInput): Promise<TaskOutcome> {
  return runLanguageTask('watering', input, (language, run) => language.waterGarden(run));
}
