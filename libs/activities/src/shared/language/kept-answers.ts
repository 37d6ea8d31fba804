import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { TaskRun } from '#contracts/tasks';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { storeFinished } from '../store-finished.ts';
import type { LanguageDependencies } from './language-dependencies.ts';

/** Asks an engine, unless it has answered the same before: finished calls are never made again. */
export class KeptAnswers {
  constructor(
    readonly engine: LanguageEngine,
    private readonly answers: EngineAnswersRepository,
  ) {}

  /**
   * Those of the engine that a task asks for, or else of the worker's own.
   * @throws AppError `engine_unknown`
   */
  static async of(
    { engines, answers, tasks }: LanguageDependencies,
    { taskId }: TaskRun,
  ): Promise<KeptAnswers> {
    const settings = await tasks.settingsOf(taskId);
    return new KeptAnswers(engines.choose(settings.engine), answers);
  }

  /**
   * @param operation what the engine is asked to do
   * @param request all that decides the answer beside the engine
   * @param schema form of the answer; one that was stored in another form is asked for again
   * @param ask makes the call
   * @param signal ends the wait for a database that is away when the answer has come
   */
  async ask<Answer>(
    operation: 'correct' | 'summarise' | 'combine' | 'score',
    request: unknown,
    schema: z.ZodType<Answer>,
    ask: () => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { costly, fingerprint } = this.engine;
    if (!costly) return ask();
    const key = hash([operation, fingerprint, request]);
    const stored = schema.safeParse(await this.answers.find(key));
    if (stored.success) return stored.data;
    const answer = await ask();
    await storeFinished(async (again) => {
      if (again && (await this.answers.find(key)) !== undefined) return;
      await this.answers.save(key, fingerprint, answer);
    }, signal);
    return answer;
  }
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
