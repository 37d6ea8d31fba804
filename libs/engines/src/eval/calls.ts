import type { TokenCounts } from '#contracts/model';
import { AppError } from '#platform';
import type { EngineCall } from '../engine-call.ts';
import { plainCall } from './measured-engine.ts';

/** What the calls of an engine for one purpose have cost. */
export interface CallFigures {
  readonly calls: number;
  /** Time that was waited for answers, one call after the other. */
  readonly totalMs: number;
  readonly slowestMs: number;
  /** Calls without a usable answer, by the code of their error. */
  readonly failures: Readonly<Record<string, number>>;
  /** Tokens as the provider reports them; `null` when it reports none, as rules do. */
  readonly tokens: TokenCounts | null;
}

/** Measures the calls of an engine. A failure is counted and does not end the measurement. */
export class CallMeter {
  private readonly timesMs: number[] = [];
  private readonly failures = new Map<string, number>();
  private tokens: TokenCounts | null = null;

  /** @returns the answer, or `instead` when the call fails */
  async time<Answer>(ask: (call: EngineCall) => Promise<Answer>, instead: Answer): Promise<Answer> {
    const startMs = performance.now();
    try {
      return await ask({ ...plainCall(), spent: ({ tokens }) => this.note(tokens) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.failures.set(error.code, (this.failures.get(error.code) ?? 0) + 1);
      return instead;
    } finally {
      this.timesMs.push(performance.now() - startMs);
    }
  }

  private note(tokens: TokenCounts | null): void {
    if (tokens === null) return;
    const { input, output } = this.tokens ?? { input: 0, output: 0 };
    this.tokens = { input: input + tokens.input, output: output + tokens.output };
  }

  get figures(): CallFigures {
    return {
      calls: this.timesMs.length,
      totalMs: this.timesMs.reduce((sum, each) => sum + each, 0),
      slowestMs: this.timesMs.reduce((most, each) => Math.max(most, each), 0),
      failures: Object.fromEntries(this.failures),
      tokens: this.tokens,
    };
  }
}
