const PAGE_SIZE = 200;

/**
 * Goes through everything page by page, the items of a page side by side.
 * @param read the page after an id, `''` for the first; an empty one is the last
 * @param idOf what the next page is asked for with
 */
export async function forEachOf<Item>(
  read: (afterId: string, limit: number) => Promise<readonly Item[]>,
  idOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for (let after = ''; ;) {
    const page = await read(after, PAGE_SIZE);
    const last = page.at(-1);
    if (last === undefined) return;
    after = idOf(last);
    await Promise.all(page.map(work));
  }
}
