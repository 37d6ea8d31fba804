/** A page of a list. */
interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The beginning of a list, and whether it goes on. */
export interface FirstItems<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
}

/** Fetches a page of a list; may throw. */
export type FetchPage<Item> = (query: {
  readonly limit: number;
  readonly cursor?: string;
}) => Promise<ListPage<Item>>;

/** The most that the API gives at once. */
const LARGEST_PAGE = 200;

/**
 * Fetches the first items of a list, in as many pages as that takes.
 *
 * @param count - How many at most.
 */
export async function firstItems<Item>(
  count: number,
  fetchPage: FetchPage<Item>,
): Promise<FirstItems<Item>> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const limit = Math.min(LARGEST_PAGE, count - items.length);
    const page: ListPage<Item> = await fetchPage(cursor === null ? { limit } : { limit, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && items.length < count);
  return { items, hasMore: cursor !== null };
}
