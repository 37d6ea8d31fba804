import type { z } from 'zod';
import type { LanguageTaskType, TaskRun, TaskSettings } from '#contracts/tasks';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { storeFinished } from '../store-finished.ts';
import { contentHash } from './content-hash.ts';
import { EngineCalls, type Ask, type Made } from './engine-calls.ts';
import type { LanguageDependencies } from './language-dependencies.ts';

/** A call whose answer is stored. */
type Operation = 'correct' | 'summarise' | 'combine' | 'checkedPart' | 'checkedSummary' | 'score';

/** Calls an engine, and stores its answers, so that a call that was answered is not repeated. */
export class KeptAnswers {
  /** @param calls shared by all that are for something within the same task */
  constructor(
    readonly calls: EngineCalls,
    private readonly answers: EngineAnswersRepository,
    private readonly usedBy: string,
    private readonly stores = calls.engine.costly,
    private readonly found = new Map<string, unknown>(),
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
    return new KeptAnswers(this.calls, this.answers, usedBy, this.stores, this.found);
  }

  /** The same, and stores answers of any engine: for calls that cost more than to look one up. */
  storing(): KeptAnswers {
    return new KeptAnswers(this.calls, this.answers, this.usedBy, true, this.found);
  }

  /**
   * Looks up the stored answers of several calls in one query, so that {@link ask} needs none for them.
   * @param operation see {@link ask}
   * @returns them in the order of the calls; `undefined` where none is stored
   */
  async lookUp(operation: Operation, requests: readonly unknown[]): Promise<readonly unknown[]> {
    const keys = requests.map((request) => this.keyOf(operation, request));
    for (const [key, answer] of await this.answers.findMany(keys, this.usedBy)) {
      this.found.set(key, answer);
    }
    return keys.map((key) => this.found.get(key));
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
    operation: Operation,
    request: unknown,
    schema: z.ZodType<Answer>,
    ask: Ask<Answer>,
    signal: AbortSignal,
  ): Promise<Made<Answer>> {
    const { calls, engine } = this;
    if (!this.stores) return calls.make(ask, signal);
    const key = this.keyOf(operation, request);
    const stored = schema.safeParse(await this.storedAs(key));
    if (stored.success) {
      calls.reused();
      return { answer: stored.data, engine };
    }
    const made = await calls.make(ask, signal);
    if (made.engine === engine) await this.store(key, made.answer, signal);
    return made;
  }

  /**
   * As {@link ask}, for what is made of the answer of an engine by rules. Where it is stored, the answer is not
   * even read.
   * @param from everything that determines it, in addition to the engine
   * @param derive asks the engine, and says which one has answered
   */
  async derive<Derived>(
    operation: Operation,
    from: unknown,
    schema: z.ZodType<Derived>,
    derive: () => Promise<Made<Derived>>,
    signal: AbortSignal,
  ): Promise<Derived> {
    if (!this.stores) return (await derive()).answer;
    const key = this.keyOf(operation, from);
    const stored = schema.safeParse(await this.storedAs(key));
    if (stored.success) {
      this.calls.reused();
      return stored.data;
    }
    const { answer, engine } = await derive();
    if (engine === this.engine) await this.store(key, answer, signal);
    return answer;
  }

  private keyOf(operation: Operation, request: unknown): string {
    return contentHash([operation, this.engine.fingerprint, contentHash(request)]);
  }

  private async storedAs(key: string): Promise<unknown> {
    return this.found.get(key) ?? (await this.answers.find(key, this.usedBy));
  }

  private async store(key: string, answer: unknown, signal: AbortSignal): Promise<void> {
    const { usedBy } = this;
    await storeFinished(async (again) => {
      if (again && (await this.answers.find(key, usedBy)) !== undefined) return;
      await this.answers.save({ key, engine: this.engine.fingerprint, answer }, usedBy);
    }, signal);
  }
}
