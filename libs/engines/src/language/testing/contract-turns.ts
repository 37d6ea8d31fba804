import type { EngineCall } from '../../engine-call.ts';
import type { SummaryTurn } from '../language-engine.port.ts';

/** Options of a call that is never cancelled. */
export function call(): EngineCall {
  return { signal: new AbortController().signal };
}

export const TURNS: readonly SummaryTurn[] = [
  ['Ada', 'The payment provider has not signed the contract yet.'],
  ['Tom', 'Then we cannot charge anyone in Europe in March.'],
  ['Ada', "Okay, let's move the launch to May."],
  ['Tom', "I'll tell the press agency by Friday."],
  ['Ada', 'The search ads cost us 12,000 euros in January.'],
].map(([speaker = '', text = ''], n) => ({ turnId: `trn_${n}`, speaker, text }));
