import { ApplicationFailure } from '@temporalio/common';
import type { TaskRun, TaskType } from '#contracts/tasks';
import { AppError } from '#platform';
import type { TestConversation } from './test-conversation.fixture.ts';
import type { TestWorker } from './worker.fixture.ts';

/** The try after which a failing engine is given up. */
export const LAST_TRY = 5;

export const ada = (text: string) => ({ speaker: 'Ada', text });
export const tom = (text: string) => ({ speaker: 'Tom', text });

/** What an engine throws whose answer makes no sense. */
export const invalid = () => new AppError('language_answer_invalid', 'The answer is no JSON.');

/** The run that a conversation has for a type of task. */
export function runOf({ runs }: TestConversation, type: TaskType): TaskRun {
  const run = runs.get(type);
  if (!run) throw new Error(`there is no ${type}`);
  return run;
}

/** What an activity fails with. */
export async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof ApplicationFailure) return error;
  throw new Error(`it did not fail as expected: ${String(error)}`);
}

/** The activities of the language queue, for the runs of a conversation. */
export function languageActivities(worker: () => TestWorker) {
  return {
    correct: (conversation: TestConversation, attempt = 1) =>
      worker().run((all) => all.correctSegments(runOf(conversation, 'correction')), attempt),
    summarise: (conversation: TestConversation) =>
      worker().run((all) => all.summariseConversation(runOf(conversation, 'summary'))),
    score: (conversation: TestConversation, attempt = 1) =>
      worker().run((all) => all.scoreMemories(runOf(conversation, 'significance')), attempt),
  };
}
