import type { TranscriptTurn } from '../api/types.ts';

/** How a turn is referred to. */
export interface TurnLabel {
  /** Its place in the conversation, from 1. */
  readonly number: number;
  readonly speaker: string;
}

/** Labels under the ids of their turns. */
export function turnLabels(
  turns: readonly Pick<TranscriptTurn, 'turnId' | 'speaker'>[],
): ReadonlyMap<string, TurnLabel> {
  return new Map(turns.map(({ turnId, speaker }, at) => [turnId, { number: at + 1, speaker }]));
}
