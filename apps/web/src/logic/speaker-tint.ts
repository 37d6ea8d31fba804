const TINTS = 6;

/**
 * Gives each speaker of a conversation a colour of their own, in the order in which they speak.
 *
 * @param speakers - Names as they come, repeated as often as they like.
 * @returns The number of a tint, 1 to 6, under each name.
 */
export function tintsOf(speakers: readonly string[]): ReadonlyMap<string, number> {
  const names = [...new Set(speakers)];
  return new Map(names.map((name, position) => [name, (position % TINTS) + 1]));
}
