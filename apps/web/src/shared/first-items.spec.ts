import { firstItems, type FetchPage } from './first-items.ts';

const LARGEST_PAGE = 200;

/** A list of the numbers from 0, whose cursor is the next one; refuses what the API refuses. */
function listOf(length: number) {
  const asked: number[] = [];
  const fetchPage: FetchPage<number> = ({ limit, cursor = '0' }) => {
    if (limit < 1 || limit > LARGEST_PAGE) throw new Error(`limit ${limit}`);
    asked.push(limit);
    const from = Number(cursor);
    const end = Math.min(length, from + limit);
    const items = Array.from({ length: end - from }, (_, n) => from + n);
    return Promise.resolve({ items, nextCursor: end < length ? String(end) : null });
  };
  return { asked, fetchPage };
}

describe('the first items of a list', () => {
  it.each([
    [450, 1_000, true],
    [450, 450, false],
    [450, 451, true],
    [50, 20, false],
    [1, 0, false],
  ])('%d of a list of %d, however many pages that takes', async (count, length, hasMore) => {
    const { fetchPage } = listOf(length);
    const found = await firstItems(count, fetchPage);
    expect(found.items).toEqual(Array.from({ length: Math.min(count, length) }, (_, n) => n));
    expect(found.hasMore).toBe(hasMore);
  });

  it('may be all of them', async () => {
    const { asked, fetchPage } = listOf(501);
    expect((await firstItems(Infinity, fetchPage)).items).toHaveLength(501);
    expect(asked).toEqual([200, 200, 200]);
  });
});
