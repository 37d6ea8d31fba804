import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { memories, workSignals } from '../schema/index.ts';
import { TestStore } from '../store.fixture.ts';
import { insertRows } from './insert-rows.ts';

const COLUMNS = ['id', 'ownerId', 'narrative', 'priorDialogue', 'scoredAt', 'createdAt'] as const;

describe('rows that are inserted together', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  it('are stored unchanged, with defaults for omitted columns', async () => {
    const common = { ownerId: 'ada', createdAt: new Date('2026-11-22T09:30:00.123Z') };
    const rows = [
      {
        ...common,
        id: 'mem_1',
        narrative: `O'Brien said: "{null}" \\ $1 ✂️\n\ttwice`,
        priorDialogue: [{ speaker: 'Ада', text: '' }],
        scoredAt: null,
      },
      { ...common, id: 'mem_2', narrative: 'b', priorDialogue: null, scoredAt: new Date(0) },
    ];
    await insertRows(store.database.db, memories, COLUMNS, rows);
    const stored = await store.database.db.select().from(memories).orderBy(memories.id);
    const left = { conversationId: null, significance: null, pinned: false, autoPinned: false };
    expect(stored).toMatchObject(rows.map((row) => ({ ...row, ...left })));
  });

  it('are numbered in order, and return what the ending asks for', async () => {
    const common = { entityKind: 'conversation' as const, ownerId: 'a' };
    const rows = Array.from({ length: 300 }, (_, n) => ({ ...common, entityId: `c${n}` }));
    const columns = ['entityKind', 'entityId', 'ownerId'] as const;
    const ending = sql`RETURNING id, entity_id AS name`;
    const returned = await insertRows(store.database.db, workSignals, columns, rows, ending);
    const byNumber = returned.toSorted((one, other) => Number(one['id']) - Number(other['id']));
    expect(byNumber.map(({ name }) => name)).toEqual(rows.map((row) => row.entityId));
  });

  it('may be an empty list', async () => {
    expect(await insertRows(store.database.db, workSignals, ['ownerId'], [])).toEqual([]);
  });
});
