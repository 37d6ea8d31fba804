import type { TaskInput, TaskOutcome } from '#contracts/workflows';
import type { EarlierTaskInput } from '../shared/earlier-payloads.ts';
import { runLanguageTask } from '../shared/run-language-task.ts';

/**
 * Summarises a conversation at its revision when the run starts; the summary names that revision.
 */
export function summary(input: TaskInput | EarlierTaskInput): Promise<TaskOutcome> {
  return runLanguageTask('summary', input);
}
