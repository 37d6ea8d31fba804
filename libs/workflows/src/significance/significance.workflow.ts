import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import type { EarlierTaskInput } from '../shared/earlier-payloads.ts';
import { runLanguageTask } from '../shared/run-language-task.ts';

/** Scores the memories of a task; those that are pivotal get pinned. */
export function significance(input: TaskInput | EarlierTaskInput): Promise<TaskOutcome> {
  return runLanguageTask('significance', input, (language, run) => language.scoreMemories(run));
}
