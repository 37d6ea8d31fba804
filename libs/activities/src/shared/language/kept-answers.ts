import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { LanguageTaskType, TaskRun, TaskSettings } from '#contracts/tasks';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { storeFinished } from '../store-finished.ts';
import { EngineCalls, type Ask, type Made } from './engine-calls.ts';
import type { LanguageDependencies } from './language-dependencies.ts';

/** Calls an engine, and stores its answers, so that a call that was answered is not repeated. */
export class KeptAnswers {
  /** @param calls shared by all that are for something within the same task */
  constructor(
    readonly calls: EngineCalls,
    private readonly answers: EngineAnswersRepository,
    private readonly usedBy: string,
    private readonly stores = calls.engine.costly,
  ) {}

  /**
   * The answers of the engine in the settings of a task, or else of the default engine of its type.
   * @throws AppError `engine_unknown` when this worker has no such engine
   */
  static of(
    deps: LanguageDependencies,
    { taskId }: TaskRun,
    type: LanguageTaskType,
    settings: TaskSettings,
  ): KeptAnswers {
    const engine = deps.engines.chooseFor(type, settings.engine);
    return new KeptAnswers(new EngineCalls(engine, deps, taskId), deps.answers, taskId);
  }

  /** The engine that is asked first. */
  get engine(): LanguageEngine {
    return this.calls.engine;
  }

  /** The same for something within the task, with which its answers are removed. @param usedBy its id */
  for(usedBy: string): KeptAnswers {
    return new KeptAnswers(this.calls, this.answers, usedBy, this.stores);
  }

  /** The same, and stores answers of any engine: for calls that cost more than to look one up. */
  storing(): KeptAnswers {
    return new KeptAnswers(this.calls, this.answers, this.usedBy, true);
  }

  /**
   * Returns the stored answer of a call, or else makes the call. Answers of engines that are not
   * costly are not stored, except by {@link storing}; those of the fallback never are, so that a retry
   * asks the engine again.
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
    ask: Ask<Answer>,
    signal: AbortSignal,
  ): Promise<Made<Answer>> {
    const { calls, engine } = this;
    const { fingerprint } = engine;
    if (!this.stores) return calls.make(ask, signal);
    const key = hash([operation, fingerprint, request]);
    const { usedBy } = this;
    const stored = schema.safeParse(await this.answers.find(key, usedBy));
    if (stored.success) {
      calls.reused();
      return { answer: stored.data, engine };
    }
    const made = await calls.make(ask, signal);
    const { answer } = made;
    if (made.engine !== engine) return made;
    await storeFinished(async (again) => {
      if (again && (await this.answers.find(key, usedBy)) !== undefined) return;
      await this.answers.save({ key, engine: fingerprint, answer }, usedBy);
    }, signal);
    return made;
  }
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
