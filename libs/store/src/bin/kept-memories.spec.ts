import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';

const SOON = new Date(Date.now() + 60_000);

describe('a memory that is to outlive its conversation', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A conversation that is remembered by two texts. */
  async function remembered(ownerId = newOwner()) {
    const { exchanges, memories } = store.repositories;
    const id = await store.newConversation(ownerId);
    const narratives = ['Ada: We launch in March.', 'Ada: We meet on Mondays.'];
    await exchanges.add({ ...anExchange(id), narratives }, null);
    const { items } = await memories.list({ conversationId: id, limit: 5 });
    const [second = '', first = ''] = items.map((memory) => memory.id);
    return { id, ownerId, first, second };
  }
  async function score(conversationId: string, ids: readonly string[]): Promise<void> {
    const { scoring } = store.repositories;
    const run = runOf(await store.taken(conversationId, 'significance'));
    const scores = ids.map((memoryId) => ({
      ...{ memoryId, significance: 2 as const, value: 0.5, reason: 'So.' },
      ...{ engine: 'instant', rubricVersion: '1' },
    }));
    await scoring.start(run, 'run-1');
    await scoring.save(run, scores, { warnings: [] });
  }
  const find = (id: string) => store.repositories.memories.find(id);

  it('stays as it is, with its score and pin, whatever becomes of the conversation', async () => {
    const { id, first, second } = await remembered();
    await score(id, [first, second]);
    await store.repositories.memories.setPin(first, true);
    const { bin, binPurge } = store.repositories;
    await bin.deleteBut(id, [first]);
    const kept = { conversationId: null, exchangeId: null, significance: 2, pinned: true };
    expect(await find(first)).toMatchObject(kept);
    expect(await find(second)).toBeNull();
    await bin.restore({ kind: 'conversation', id });
    expect(await find(first)).toMatchObject(kept);
    expect(await find(second)).toMatchObject({ conversationId: id });
    await bin.deleteBut(id, [second], true);
    await binPurge.purge(id, SOON);
    for (const each of [first, second]) expect(await find(each)).toMatchObject({ significance: 2 });
    const events = await store.rows(
      `SELECT data FROM events WHERE type = 'memory_kept' ORDER BY sequence`,
    );
    expect(events).toEqual([{ data: { memoryId: first } }, { data: { memoryId: second } }]);
  });

  it('says when it was kept, and of what once that is there again', async () => {
    const { id, ownerId, first, second } = await remembered();
    const other = await remembered(ownerId);
    const { bin, binPurge, memories } = store.repositories;
    await bin.deleteBut(id, [first, second]);
    const gone = await find(first);
    expect(gone).toMatchObject({ keptFrom: id, conversationTitle: null, projectId: null });
    expect(gone?.keptAt).toBeInstanceOf(Date);
    expect((await find(second))?.keptAt).toEqual(gone?.keptAt);
    const listed = async (kept: boolean) =>
      (await memories.list({ ownerId, kept, limit: 10 })).items.map((memory) => memory.id);
    expect(await listed(true)).toEqual([second, first]);
    expect(await listed(false)).toEqual([other.second, other.first]);
    await bin.restore({ kind: 'conversation', id });
    expect(await find(first)).toMatchObject({
      ...{ conversationId: null, conversationTitle: 'Launch planning', keptFrom: id },
    });
    await bin.delete({ kind: 'conversation', id }, true);
    await binPurge.purge(id, SOON);
    expect(await find(first)).toMatchObject({ keptFrom: null, keptAt: gone?.keptAt });
  });

  it('is scored by itself when it has no score yet', async () => {
    const { id, ownerId, first } = await remembered();
    await store.taken(id, 'significance');
    await store.repositories.bin.deleteBut(id, [first]);
    const memory = await find(first);
    const task = await store.task(memory?.significanceTaskId ?? '');
    expect(task).toMatchObject({ ownerId, conversationId: null, state: 'pending', total: 1 });
  });

  it('is of that conversation, or nothing is deleted', async () => {
    const [one, other] = [await remembered(), await remembered()];
    const { bin, conversations } = store.repositories;
    for (const ids of [[other.first], [one.first, other.first]]) {
      await expect(bin.deleteBut(one.id, ids)).rejects.toMatchObject({ code: 'not_found' });
      expect(await conversations.find(one.id)).not.toBeNull();
      expect(await find(one.first)).toMatchObject({ conversationId: one.id });
    }
  });
});
