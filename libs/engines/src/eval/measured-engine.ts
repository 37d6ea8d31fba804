import type { EngineCall } from '../engine-call.ts';
import type { GuardedCorrection, GuardVerdict } from '../language/guard/guard.ts';
import type { LanguageEngine } from '../language/language-engine.port.ts';

/** What is measured of an engine, and the guard that its corrections pass through, as in the product. */
export interface MeasuredEngine {
  readonly name: string;
  readonly engine: Pick<
    LanguageEngine,
    'correct' | 'summarise' | 'combine' | 'score' | 'maxWholeCharacters' | 'maxSummaryCharacters'
  >;
  readonly guard: (
    corrections: readonly GuardedCorrection[],
    call: EngineCall,
  ) => Promise<readonly GuardVerdict[]>;
}

/** A call that nobody cancels. */
export function plainCall(): EngineCall {
  return { signal: new AbortController().signal };
}
