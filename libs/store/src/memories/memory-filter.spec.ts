import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newOwner, TestStore } from '../store.fixture.ts';
import type { MemoryFilter } from './memory-filter.ts';

const MINUTE_MS = 60_000;
const NARRATIVES = [
  'Ada moved to Rome with her daughter.',
  'The 100% cotton shirt_size is in C:\\shirts.',
  'Élodie épousa Zoë à Liège.',
  '我们决定周二开会。',
];

describe('a list of memories', () => {
  const ownerId = newOwner();
  let store: TestStore;
  let ids: readonly string[];
  beforeAll(async () => {
    store = await TestStore.open();
    const { memories } = store.repositories;
    const written = [];
    for (const narrative of NARRATIVES) {
      written.push(await memories.write({ ownerId, narrative, priorDialogue: [] }, null, false));
    }
    ids = written.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      const createdAt = new Date(Date.UTC(2026, 0, 1) + index * MINUTE_MS);
      await store.rows('UPDATE memories SET created_at = $1 WHERE id = $2', [createdAt, id]);
    }
  });
  afterAll(() => store.close());

  const positions = async (filter: MemoryFilter) => {
    const { items } = await store.repositories.memories.list({ ...filter, ownerId, limit: 10 });
    return items.map(({ id }) => ids.indexOf(id)).toSorted();
  };

  it.each([
    ['rome', [0]],
    ['DAUGHTER  ada', [0]],
    ['rome lisbon', []],
    ['élodie', [2]],
    ['周二', [3]],
    ['100%', [1]],
    ['0%c', []],
    ['shirt_size', [1]],
    ['shirt-size', []],
    ['c:\\shirts', [1]],
    ['%', [1]],
    ['_', [1]],
  ])('has those with all words of %j', async (search, found) => {
    expect(await positions({ search })).toEqual(found);
  });

  it('has those of a time, without its end', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * MINUTE_MS);
    expect(await positions({ since: at(1) })).toEqual([1, 2, 3]);
    expect(await positions({ until: at(1) })).toEqual([0]);
    expect(await positions({ since: at(1), until: at(3) })).toEqual([1, 2]);
  });
});
