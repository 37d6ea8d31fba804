const TINTS = 6;

/**
 * Assigns a colour to each speaker of a conversation, in the order of their first turns.
 *
 * @param speakers - Names of the speakers of all turns, with repetitions.
 * @returns The number of the tint, 1 to 6, by name.
 */
export function tintsOf(speakers: readonly string[]): ReadonlyMap<string, number> {
  const names = [...new Set(speakers)];
  return new Map(names.map((name, position) => [name, (position % TINTS) + 1]));
}
