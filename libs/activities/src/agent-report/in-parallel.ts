/**
 * Does work for each item, a limited number at the same time.
 * @returns the results in the order of the items
 * @throws the first failure; work that has begun by then goes on
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  together: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: together }, worker));
  return results;
}
