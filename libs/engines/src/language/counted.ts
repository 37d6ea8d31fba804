import type { SummaryTurn } from './language-engine.port.ts';

/** Who spoke, and how often. */
export interface Counted {
  /** In the order of their first turns. */
  readonly speakers: readonly string[];
  readonly turnCount: number;
}

/** Who speaks in turns, and how often; a turn that is read in pieces counts once. */
export function countedOf(turns: readonly SummaryTurn[]): Counted {
  const turnCount = turns.filter(({ continues }) => continues !== true).length;
  return { speakers: speakersOf(turns), turnCount };
}

/** The distinct speakers, in the order of their first turns. */
export function speakersOf(turns: readonly Pick<SummaryTurn, 'speaker'>[]): readonly string[] {
  return [...new Set(turns.map(({ speaker }) => speaker.trim()).filter((name) => name !== ''))];
}
