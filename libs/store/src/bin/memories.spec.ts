import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import type { PlacedMemory } from '../memories/memory.records.ts';
import type { MemoryScore } from '../memories/scoring.repository.ts';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { aFullConversation, rowsNaming } from '../bin.fixture.ts';

const SOON = new Date(Date.now() + 60_000);

describe('a deleted memory', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const remove = (id: string, permanently = false) =>
    store.repositories.bin.delete({ kind: 'memory', id }, permanently);
  const restore = (id: string) => store.repositories.bin.restore({ kind: 'memory', id });
  const ofConversation = (id: string) => ({ kind: 'conversation', id }) as const;
  const binned = async (ownerId: string) =>
    (await store.repositories.bin.list({ ownerId, limit: 50 })).items.map(({ id }) => id);

  /** The memories of a conversation, oldest first. */
  const memoriesOf = async (conversationId: string): Promise<readonly PlacedMemory[]> =>
    (await store.repositories.memories.list({ conversationId, limit: 50 })).items.toReversed();

  /** A conversation that is remembered by these texts. */
  async function remembered(ownerId: string, count: number) {
    const id = await store.newConversation(ownerId);
    const narratives = Array.from({ length: count }, (_, index) => `Ada: Decision ${index}.`);
    await store.repositories.exchanges.add({ ...anExchange(id), narratives }, null);
    return { id, memories: await memoriesOf(id) };
  }

  async function aMemory(ownerId = newOwner()) {
    const { id: conversationId, memories } = await remembered(ownerId, 1);
    return { conversationId, ownerId, id: memories[0]?.id ?? '' };
  }

  const scoreOf = (memoryId: string, significance: MemoryScore['significance'] = 2) => ({
    ...{ memoryId, significance, value: 0.5, reason: 'So.' },
    ...{ engine: 'instant', rubricVersion: '1' },
  });
  async function score(task: TaskRecord, ids: readonly string[]): Promise<void> {
    const { scoring } = store.repositories;
    const scores = ids.map((id) => scoreOf(id));
    await scoring.start(runOf(task), 'run-1');
    await scoring.save(runOf(task), scores, { warnings: [] });
  }

  it('leaves every table, and comes back as it was, with its earlier narratives', async () => {
    const ownerId = newOwner();
    const conversationId = await aFullConversation(store, ownerId);
    const [other, memory] = await memoriesOf(conversationId);
    const id = memory?.id ?? '';
    const before = await rowsNaming(store, [id]);
    expect(Object.keys(before)).toEqual(['memories', 'memory_narratives']);
    await remove(id);
    expect(await rowsNaming(store, [id])).toEqual({});
    expect((await memoriesOf(conversationId)).map((each) => each.id)).toEqual(
      other ? [other.id] : [],
    );
    const { items } = await store.repositories.bin.list({ ownerId, limit: 5 });
    expect(items).toMatchObject([{ kind: 'memory', id, belongsTo: conversationId }]);
    expect(items[0]?.title).toBe(memory?.narrative);
    await restore(id);
    expect(await rowsNaming(store, [id])).toEqual(before);
    expect(await binned(ownerId)).toEqual([]);
  });

  it('is named by the beginning of a long text', async () => {
    const ownerId = newOwner();
    const narrative = '😀'.repeat(1_000);
    const given = { ownerId, narrative, priorDialogue: [] };
    const { id } = await store.repositories.memories.write(given, null, false);
    await remove(id);
    const [item] = (await store.repositories.bin.list({ ownerId, limit: 5 })).items;
    expect(item?.title).toBe(`${'😀'.repeat(120)}…`);
  });

  it('is refused in every repository as if it did not exist', async () => {
    const { id } = await aMemory();
    await remove(id);
    const { memories, memoryEdits } = store.repositories;
    expect(await memories.find(id)).toBeNull();
    const calls = [
      memories.setPin(id, true),
      memories.rescore(id),
      memoryEdits.edit(id, 'Else.'),
      memoryEdits.earlier(id),
      remove(id),
    ];
    const refused = { code: 'not_found' };
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject(refused)));
  });

  it('frees its pin, and has it again after a restore if the cap allows', async () => {
    const ownerId = newOwner();
    const { memories } = await remembered(ownerId, 8);
    await store.rows(`UPDATE memories SET pinned = true, auto_pinned = true WHERE owner_id = $1`, [
      ownerId,
    ]);
    const ids = memories.map(({ id }) => id);
    const pinned = async () =>
      (
        await store.rows('SELECT id FROM memories WHERE owner_id = $1 AND pinned ORDER BY id', [
          ownerId,
        ])
      ).map(({ id }) => String(id));
    const [oldest = '', second = ''] = ids;
    await remove(second);
    expect(await pinned()).toEqual(ids.filter((id) => id !== second));
    await restore(second);
    expect(await pinned()).toEqual(ids);
    await remove(second);
    const { id: own } = await aMemory(ownerId);
    await store.repositories.memories.setPin(own, true);
    await restore(second);
    expect(await pinned()).toEqual([...ids.filter((id) => id !== oldest), own].sort());
  });

  it('is not scored, and the others of its task are', async () => {
    const { id: conversationId, memories } = await remembered(newOwner(), 3);
    const ids = memories.map(({ id }) => id);
    const [first = '', ...others] = ids;
    const task = await store.taken(conversationId, 'significance');
    await store.repositories.scoring.start(runOf(task), 'run-1');
    await remove(first);
    expect(await store.task(task.id)).toMatchObject({ state: 'running', total: 2 });
    await score(task, ids);
    expect(await store.task(task.id)).toMatchObject({ state: 'completed', done: 2, total: 2 });
    const scored = `type = 'memory_significance_set' AND data->>'memoryId' = $1`;
    expect(await store.count('events', scored, [first])).toBe(0);
    await restore(first);
    expect(await store.repositories.memories.find(first)).toMatchObject({ significance: null });
    const again = await store.taken(conversationId, 'significance');
    expect(again).toMatchObject({ total: 1 });
    await score(again, ids);
    expect(await store.repositories.memories.find(first)).toMatchObject({ significance: 2 });
    expect(others).toHaveLength(2);
  });

  it('cancels a task that scores nothing else, and is scored after a restore', async () => {
    const task = await store.newScoring();
    await store.deliverAll();
    await store.repositories.scoring.start(runOf(task), 'run-1');
    const [memory] = (await store.repositories.memories.list({ ownerId: task.ownerId, limit: 1 }))
      .items;
    const id = memory?.id ?? '';
    await remove(id);
    expect(await store.task(task.id)).toMatchObject({ state: 'cancelling' });
    const told: unknown[] = [];
    await store.repositories.outbox.dispatch(100, ({ kind, task: { id } }) => {
      told.push({ kind, id });
      return Promise.resolve('delivered');
    });
    expect(told).toEqual([{ kind: 'cancel', id: task.id }]);
    await restore(id);
    const { significanceTaskId } = await store.repositories.memories.require(id);
    expect(significanceTaskId).not.toBe(task.id);
    expect(await store.task(significanceTaskId ?? '')).toMatchObject({ state: 'pending' });
    await score(await store.task(significanceTaskId ?? ''), [id]);
    await remove(id);
    await restore(id);
    expect(await store.repositories.memories.find(id)).toMatchObject({
      ...{ significance: 2, significanceTaskId },
    });
  });

  it('does not come back when its exchange is scored again', async () => {
    const { id: conversationId, memories } = await remembered(newOwner(), 2);
    const [first = '', second = ''] = memories.map(({ id }) => id);
    await score(await store.taken(conversationId, 'significance'), [first, second]);
    await remove(first);
    const wanted = { type: 'significance', conversationId } as const;
    const { id } = await store.repositories.requestedTasks.create(wanted, null);
    expect(await store.task(id)).toMatchObject({ total: 1 });
    await score(await store.task(id), [first, second]);
    expect((await memoriesOf(conversationId)).map((each) => each.id)).toEqual([second]);
    expect(await store.count('memories', 'id = $1', [first])).toBe(0);
  });

  it('goes into the bin with its conversation, out of the list, and comes back to it', async () => {
    const { id, conversationId, ownerId } = await aMemory();
    const { bin } = store.repositories;
    await remove(id);
    await bin.delete(ofConversation(conversationId));
    expect(await binned(ownerId)).toEqual([conversationId]);
    for (const refused of [restore(id), remove(id, true)]) {
      await expect(refused).rejects.toMatchObject({ code: 'not_found' });
    }
    await bin.restore(ofConversation(conversationId));
    expect(await binned(ownerId)).toEqual([id]);
    expect(await memoriesOf(conversationId)).toEqual([]);
    await restore(id);
    expect((await memoriesOf(conversationId)).map((each) => each.id)).toEqual([id]);
  });

  it('is purged at its time, and with its conversation at the latest', async () => {
    const { binPurge, bin } = store.repositories;
    const [alone, within] = [await aMemory(), await aMemory()];
    await remove(alone.id, true);
    expect(await binPurge.purge(alone.id, new Date(0))).toBe(true);
    await remove(within.id);
    await bin.delete(ofConversation(within.conversationId));
    expect(await binPurge.purge(within.conversationId, SOON)).toBe(true);
    for (const { id, conversationId } of [alone, within]) {
      expect(await store.count('bin_items', 'id = $1', [id])).toBe(0);
      expect(await store.count('bin_rows', `row::text LIKE '%' || $1 || '%'`, [id])).toBe(0);
      const events = await store.rows(
        `SELECT type FROM events WHERE conversation_id = $1 AND type LIKE '%_purged' ORDER BY sequence`,
        [conversationId],
      );
      expect(events[0]).toEqual({ type: 'memory_purged' });
    }
    expect(await binPurge.purge(within.id, SOON)).toBe(false);
  });

  it('takes the answer of its score with it', async () => {
    const { answers, binPurge } = store.repositories;
    const { id } = await aMemory();
    await answers.save({ key: `score of ${id}`, engine: 'costly', answer: {} }, id);
    await remove(id);
    await answers.removeUnused(SOON);
    expect(await answers.find(`score of ${id}`, id)).toEqual({});
    await binPurge.purge(id, SOON);
    expect(await store.count('engine_answers', 'key = $1', [`score of ${id}`])).toBe(0);
  });

  it.each([1, 2, 3])(
    'is in one place, whoever else scores, pins, edits and deletes (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const ownerId = newOwner();
      const made = [await remembered(ownerId, 4), await remembered(ownerId, 4)];
      const ids = made.flatMap(({ memories }) => memories.map(({ id }) => id));
      const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
      const { bin, memories, memoryEdits, pendingWork } = store.repositories;
      const acts = (id: string, conversationId: string): readonly (() => Promise<unknown>)[] => [
        () => remove(id),
        () => restore(id),
        () => restore(id),
        () => memories.setPin(id, random() < 0.7),
        () => memories.rescore(id),
        () => memoryEdits.edit(id, `Said ${random()}.`),
        () => bin.delete(ofConversation(conversationId)),
        () => bin.restore(ofConversation(conversationId)),
        () => bin.restore(ofConversation(conversationId)),
        () => pendingWork.take(ofConversation(conversationId)),
        () => store.taken(conversationId, 'significance').then((task) => score(task, ids), noTask),
      ];
      const client = async () => {
        for (let step = 0; step < 40; step += 1) {
          const all = acts(oneOf(ids) ?? '', oneOf(made)?.id ?? '');
          await oneOf(all)?.().catch(onlyRefusals);
        }
      };
      await Promise.all([client(), client(), client(), client()]);
      for (const { id } of made) await bin.restore(ofConversation(id)).catch(onlyRefusals);
      for (const id of await binned(ownerId)) await restore(id);
      expect(await store.count('memories', 'owner_id = $1', [ownerId])).toBe(8);
      expect(await store.count('bin_items', 'owner_id = $1', [ownerId])).toBe(0);
    },
    60_000,
  );
});

function noTask(): void {
  // Nothing waits for a score.
}

function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}
