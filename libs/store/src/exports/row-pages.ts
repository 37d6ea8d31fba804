/**
 * Reads rows page by page, so that few of them are in memory.
 * @param size most rows in a page
 * @param read reads the page after a row, the first one for `null`
 */
export async function* rowPages<Row>(
  size: number,
  read: (after: Row | null, size: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let after: Row | null = null; ;) {
    const rows: readonly Row[] = await read(after, size);
    yield* rows;
    if (rows.length < size) return;
    after = rows.at(-1) ?? null;
  }
}
