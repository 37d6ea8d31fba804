import type { Source } from '../cited.ts';

/**
 * Maps sources to the numbers, from 1, by which the model refers to them: a segment of a recording, or
 * a typed turn. A model repeats small numbers more reliably than ids, and cannot invent an id.
 */
export class NumberedSources {
  private readonly sources: readonly Source[];
  private readonly numbers: ReadonlyMap<string, number>;

  /** @param sources in the order of the conversation; duplicates are ignored */
  constructor(sources: Iterable<Source>) {
    const byId = new Map([...sources].flatMap(singly).map((source) => [idOf(source), source]));
    this.sources = [...byId.values()];
    this.numbers = new Map([...byId.keys()].map((id, at) => [id, at + 1]));
  }

  /** The numbers of the given sources; unknown ones are dropped. */
  numbersOf(sources: readonly Source[]): number[] {
    return sources.flatMap(singly).flatMap((source) => this.numbers.get(idOf(source)) ?? []);
  }

  /** The distinct sources of the given numbers, in order; unknown numbers are dropped. */
  sourcesOf(numbers: readonly number[]): Source[] {
    const sorted = [...new Set(numbers)].sort((one, other) => one - other);
    return sorted.flatMap((number) => this.sources[number - 1] ?? []);
  }
}

/** A source for each segment, so that each has a number. */
function singly({ turnId, segments }: Source): readonly Source[] {
  if (segments.length === 0) return [{ turnId, segments }];
  return segments.map((segment) => ({ turnId, segments: [segment] }));
}

function idOf({ turnId, segments }: Source): string {
  return segments[0]?.segmentId ?? turnId;
}
