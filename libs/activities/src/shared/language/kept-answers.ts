import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { LanguageTaskType, TaskRun, TaskSettings } from '#contracts/tasks';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { storeFinished } from '../store-finished.ts';
import type { LanguageDependencies } from './language-dependencies.ts';

/** Calls an engine, and stores its answers, so that a call that was answered is not repeated. */
export class KeptAnswers {
  constructor(
    readonly engine: LanguageEngine,
    private readonly answers: EngineAnswersRepository,
    private readonly usedBy: string,
    private readonly stores = engine.costly,
  ) {}

  /**
   * The answers of the engine in the settings of a task, or else of the default engine of its
   * type.
   * @throws AppError `engine_unknown` when this worker has no such engine
   */
  static of(
    { engines, answers }: LanguageDependencies,
    { taskId }: TaskRun,
    type: LanguageTaskType,
    settings: TaskSettings,
  ): KeptAnswers {
    return new KeptAnswers(engines.chooseFor(type, settings.engine), answers, taskId);
  }

  /** The same for something within the task, with which its answers are removed. @param usedBy its id */
  for(usedBy: string): KeptAnswers {
    return new KeptAnswers(this.engine, this.answers, usedBy, this.stores);
  }

  /** The same, and stores answers of any engine: for calls that cost more than to look one up. */
  storing(): KeptAnswers {
    return new KeptAnswers(this.engine, this.answers, this.usedBy, true);
  }

  /**
   * Returns the stored answer of a call, or else makes the call. Answers of engines that are not
   * costly are not stored, except by {@link storing}.
   * @param operation name of the call
   * @param request everything that determines the answer, in addition to the engine
   * @param schema schema of the answer; the call is repeated when the stored answer does not match
   * it
   * @param ask makes the call
   * @param signal aborts the wait for an unavailable database when the answer is to be stored
   */
  async ask<Answer>(
    operation: 'correct' | 'summarise' | 'combine' | 'score',
    request: unknown,
    schema: z.ZodType<Answer>,
    ask: () => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { fingerprint } = this.engine;
    if (!this.stores) return ask();
    const key = hash([operation, fingerprint, request]);
    const { usedBy } = this;
    const stored = schema.safeParse(await this.answers.find(key, usedBy));
    if (stored.success) return stored.data;
    const answer = await ask();
    await storeFinished(async (again) => {
      if (again && (await this.answers.find(key, usedBy)) !== undefined) return;
      await this.answers.save({ key, engine: fingerprint, answer }, usedBy);
    }, signal);
    return answer;
  }
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
