const PAGE_SIZE = 200;

/**
 * Processes all items page by page, the items of a page concurrently.
 * @param read reads the page after an id, the first one for `''`; an empty page is the last
 * @param idOf the id of an item, by which pages are ordered
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
