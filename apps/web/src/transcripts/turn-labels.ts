import type { TranscriptTurn } from '../api/types.ts';

/** The label of a turn in references. */
export interface TurnLabel {
  /** Its position in the conversation, from 1. */
  readonly number: number;
  readonly speaker: string;
}

/** Labels by turn id. */
export function turnLabels(
  turns: readonly Pick<TranscriptTurn, 'turnId' | 'speaker'>[],
): ReadonlyMap<string, TurnLabel> {
  return new Map(turns.map(({ turnId, speaker }, at) => [turnId, { number: at + 1, speaker }]));
}
