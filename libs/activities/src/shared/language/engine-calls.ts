import { activityInfo } from '@temporalio/activity';
import { ERROR_DEFINITIONS, type ErrorCode, type TokenUse } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import { tokenCost } from '#domain';
import type { EngineCall, LanguageEngine } from '#engines';
import { AppError } from '#platform';
import { ENGINE_TRIES, engineFaults, isTemporary } from '../engine-faults.ts';
import { storeFinished } from '../store-finished.ts';
import { engineCall } from '../engine-call.ts';
import type { LanguageDependencies } from './language-dependencies.ts';

/** An answer, and the engine that has given it. */
export interface Made<Answer> {
  readonly answer: Answer;
  readonly engine: LanguageEngine;
}

/** Asks an engine. */
export type Ask<Answer> = (engine: LanguageEngine, call: EngineCall) => Promise<Answer>;

type Dependencies = Pick<LanguageDependencies, 'fallback' | 'prices' | 'tokenUse'>;

/** Faults that concern one request only; with all others, the next request would fail as well. */
const OF_ONE_REQUEST: readonly ErrorCode[] = ['language_answer_invalid', 'language_engine_refused'];

/**
 * The calls of an engine by a task: within the limits of the day, noting what they have used, and with
 * the answers of the fallback where the engine has been given up. Never silently: see {@link warnings}.
 */
export class EngineCalls {
  private total = 0;
  private readonly fallenBack: ErrorCode[] = [];
  /** The fault for which the engine is not asked any more in this try of the activity. */
  private givenUp: ErrorCode | null = null;

  /** @param taskId the task that the use is noted of */
  constructor(
    readonly engine: LanguageEngine,
    private readonly deps: Dependencies,
    private readonly taskId: string,
  ) {}

  /** What has made the answers so far: the fingerprint of the engine, of the fallback, or of both. */
  get madeBy(): string {
    const { fallback } = this.deps;
    if (fallback === null || this.fallenBack.length === 0) return this.engine.fingerprint;
    const all = this.fallenBack.length === this.total;
    return all ? fallback.fingerprint : `${this.engine.fingerprint} + ${fallback.fingerprint}`;
  }

  /** Says how many answers are those of the fallback, and why; empty when none is. */
  get warnings(): readonly TaskWarning[] {
    const { length } = this.fallenBack;
    if (length === 0) return [];
    const titles = [...new Set(this.fallenBack)].map((code) => ERROR_DEFINITIONS[code].title);
    const message = `${length} of ${this.total} answers were made by rules instead of the model: ${titles.join('; ')}.`;
    return [{ code: 'engine_fell_back', message }];
  }

  /** Counts an answer that was stored before. */
  reused(): void {
    this.total += 1;
  }

  /** @throws AppError what the engine fails with, unless there is a fallback and its tries are over */
  async make<Answer>(ask: Ask<Answer>, signal: AbortSignal): Promise<Made<Answer>> {
    const { fallback } = this.deps;
    const { givenUp } = this;
    if (givenUp !== null && fallback !== null) return this.fallBack(givenUp, fallback, ask, signal);
    try {
      const answer = await this.metered(ask, signal);
      this.total += 1;
      return { answer, engine: this.engine };
    } catch (error) {
      if (fallback === null || !this.engine.costly || !isOver(error)) throw error;
      if (!OF_ONE_REQUEST.includes(error.code)) this.givenUp = error.code;
      return this.fallBack(error.code, fallback, ask, signal);
    }
  }

  private async fallBack<Answer>(
    why: ErrorCode,
    engine: LanguageEngine,
    ask: Ask<Answer>,
    signal: AbortSignal,
  ): Promise<Made<Answer>> {
    const answer = await ask(engine, engineCall(signal));
    this.total += 1;
    this.fallenBack.push(why);
    return { answer, engine };
  }

  /** What was used is noted before the answer is returned, whether it can be used or not. */
  private async metered<Answer>(ask: Ask<Answer>, signal: AbortSignal): Promise<Answer> {
    if (!this.engine.costly) return ask(this.engine, engineCall(signal));
    await this.deps.tokenUse.refuseIfUsedUp(this.taskId);
    const uses: TokenUse[] = [];
    const spent = (use: TokenUse) => uses.push(use);
    try {
      return await ask(this.engine, { ...engineCall(signal), spent });
    } finally {
      await this.note(uses, signal);
    }
  }

  private async note(uses: readonly TokenUse[], signal: AbortSignal): Promise<void> {
    if (uses.length === 0) return;
    const { prices, tokenUse } = this.deps;
    const priced = uses.map((use) => ({ ...use, cost: tokenCost(use, prices) }));
    await storeFinished(() => tokenUse.add(this.taskId, priced), signal);
  }
}

/** Whether an engine is not tried again for a request, so that a fallback may take its place. */
function isOver(error: unknown): error is AppError {
  if (!(error instanceof AppError) || !error.code.startsWith('language_')) return false;
  if (!error.retryable || error.code === 'language_limit_reached') return true;
  const tries = isTemporary(error.code) ? activityInfo().attempt : engineFaults() + 1;
  return tries >= ENGINE_TRIES;
}
