/** Who spoke, and how often. */
export interface Counted {
  /** In the order of their first turns. */
  readonly speakers: readonly string[];
  readonly turnCount: number;
}

/** A turn, or a piece of one that goes on with the turn before it. */
interface CountedTurn {
  readonly speaker: string;
  readonly continues?: boolean;
}

/** Who speaks in turns, and how often; a turn that is read in pieces counts once. */
export function countedOf(turns: readonly CountedTurn[]): Counted {
  const turnCount = turns.filter(({ continues }) => continues !== true).length;
  return { speakers: speakersOf(turns), turnCount };
}

/** The distinct speakers, in the order of their first turns. */
function speakersOf(turns: readonly CountedTurn[]): readonly string[] {
  return [...new Set(turns.map(({ speaker }) => speaker.trim()).filter((name) => name !== ''))];
}
