/**
 * Maps turn ids to the numbers, from 1, by which the model refers to turns. A model repeats small
 * numbers more reliably than ids, and cannot invent an id.
 */
export class NumberedTurns {
  private readonly turnIds: readonly string[];
  private readonly numbers: ReadonlyMap<string, number>;

  /** @param turnIds in the order of the conversation; duplicates are ignored */
  constructor(turnIds: Iterable<string>) {
    this.turnIds = [...new Set(turnIds)];
    this.numbers = new Map(this.turnIds.map((turnId, at) => [turnId, at + 1]));
  }

  /** The numbers of the given turns; unknown ids are dropped. */
  numbersOf(turnIds: readonly string[]): number[] {
    return turnIds.flatMap((turnId) => this.numbers.get(turnId) ?? []);
  }

  /** The distinct turn ids of the given numbers, in order; unknown numbers are dropped. */
  turnIdsOf(numbers: readonly number[]): string[] {
    const sorted = [...new Set(numbers)].sort((one, other) => one - other);
    return sorted.flatMap((number) => this.turnIds[number - 1] ?? []);
  }
}
