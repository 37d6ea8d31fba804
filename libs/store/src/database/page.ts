/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Id after which the next page starts; `null` at the end. */
  readonly nextCursor: string | null;
}

/**
 * Makes a page from the rows of a query for one more than the limit.
 * @param rows at most `limit + 1` rows, in the order of the list
 */
export function toPage<Item extends { readonly id: string }>(
  rows: readonly Item[],
  limit: number,
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? last.id : null };
}
