/**
 * Turns under the numbers by which a model names them, from 1: a model repeats small numbers more
 * surely than ids, and cannot make up an id.
 */
export class NumberedTurns {
  private readonly turnIds: readonly string[];
  private readonly numbers: ReadonlyMap<string, number>;

  /** @param turnIds in the order of the conversation; an id that comes again is passed over */
  constructor(turnIds: Iterable<string>) {
    this.turnIds = [...new Set(turnIds)];
    this.numbers = new Map(this.turnIds.map((turnId, at) => [turnId, at + 1]));
  }

  /** The number of each turn that is known. */
  numbersOf(turnIds: readonly string[]): number[] {
    return turnIds.flatMap((turnId) => this.numbers.get(turnId) ?? []);
  }

  /** The turns that a model named, each once and in their order; numbers of no turn are dropped. */
  turnIdsOf(numbers: readonly number[]): string[] {
    const sorted = [...new Set(numbers)].sort((one, other) => one - other);
    return sorted.flatMap((number) => this.turnIds[number - 1] ?? []);
  }
}
