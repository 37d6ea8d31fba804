import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { TaskRun, TaskSettings } from '#contracts/tasks';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { storeFinished } from '../store-finished.ts';
import type { LanguageDependencies } from './language-dependencies.ts';

/** A call whose answer is stored. */
type Operation = 'correct' | 'summarise' | 'combine' | 'checkSummary' | 'score';

/** Calls an engine, and stores its answers, so that a call that was answered is not repeated. */
export class KeptAnswers {
  constructor(
    readonly engine: LanguageEngine,
    private readonly answers: EngineAnswersRepository,
    private readonly usedBy: string,
    private readonly stores = engine.costly,
    private readonly found = new Map<string, unknown>(),
  ) {}

  /**
   * The answers of the engine in the settings of a task, or else of the default engine of the
   * worker.
   * @throws AppError `engine_unknown` when this worker has no such engine
   */
  static of(
    { engines, answers }: LanguageDependencies,
    { taskId }: TaskRun,
    settings: TaskSettings,
  ): KeptAnswers {
    return new KeptAnswers(engines.choose(settings.engine), answers, taskId);
  }

  /** The same for something within the task, with which its answers are removed. @param usedBy its id */
  for(usedBy: string): KeptAnswers {
    return new KeptAnswers(this.engine, this.answers, usedBy, this.stores, this.found);
  }

  /** The same, and stores answers of any engine: for calls that cost more than to look one up. */
  storing(): KeptAnswers {
    return new KeptAnswers(this.engine, this.answers, this.usedBy, true, this.found);
  }

  /**
   * Looks up the stored answers of several calls in one query, so that {@link ask} needs none for them.
   * @param operation see {@link ask}
   * @returns them in the order of the calls; `undefined` where none is stored
   */
  async lookUp(operation: Operation, requests: readonly unknown[]): Promise<readonly unknown[]> {
    const { fingerprint } = this.engine;
    const keys = requests.map((request) => hash([operation, fingerprint, request]));
    for (const [key, answer] of await this.answers.findMany(keys, this.usedBy)) {
      this.found.set(key, answer);
    }
    return keys.map((key) => this.found.get(key));
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
    operation: Operation,
    request: unknown,
    schema: z.ZodType<Answer>,
    ask: () => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { fingerprint } = this.engine;
    if (!this.stores) return ask();
    const key = hash([operation, fingerprint, request]);
    const { usedBy } = this;
    const known = this.found.get(key) ?? (await this.answers.find(key, usedBy));
    const stored = schema.safeParse(known);
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
