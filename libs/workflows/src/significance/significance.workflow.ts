import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import type { EarlierTaskInput } from '../shared/earlier-payloads.ts';
import { runLanguageTask } from '../shared/run-language-task.ts';

/** Scores the memories of a task, and pins the pivotal ones. */
export function significance(input: TaskInput | EarlierTaskInput): Promise<TaskOutcome> {
  return runLanguageTask('significance', input);
}
