import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../database/ids.ts';
import { PinOwner } from './pins.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import type { GivenMemory } from './memories.repository.ts';

describe('memories', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const aMemory = (ownerId = newOwner(), narrative = 'Ada moved to Rome.'): GivenMemory => ({
    ownerId,
    narrative,
    priorDialogue: [{ speaker: 'Bot', text: 'And then?' }],
  });
  const request = (key: string, requestHash = 'h1') => ({ scope: 'memories', key, requestHash });

  const startsOf = (taskId: string | null) =>
    store.count('outbox', `task_id = $1 AND kind = 'start'`, [taskId]);

  describe('that an application writes', () => {
    it('are stored at once, with their event and the task that scores them', async () => {
      const memory = await store.repositories.memories.write(aMemory(), null, true);
      expect(memory).toMatchObject({
        narrative: 'Ada moved to Rome.',
        priorDialogue: [{ speaker: 'Bot', text: 'And then?' }],
        conversationId: null,
        significance: null,
        pinned: false,
      });
      expect(await store.repositories.memories.find(memory.id)).toEqual(memory);
      const [event] = await store.rows(`SELECT * FROM events WHERE idempotency_key = $1`, [
        `memory_written:${memory.id}`,
      ]);
      expect(event).toMatchObject({ type: 'memory_written', owner_id: memory.ownerId });
      expect(event?.['data']).toEqual({ memoryId: memory.id, exchangeId: null });
      const task = await store.task(memory.significanceTaskId ?? '');
      expect(task).toMatchObject({ type: 'significance', state: 'pending', total: 1 });
      expect(task).toMatchObject({ ownerId: memory.ownerId, conversationId: null });
      expect(await startsOf(task.id)).toBe(1);
    });

    it('store nothing when the last step fails', async () => {
      const given = aMemory();
      await store.rows('ALTER TABLE outbox ADD CONSTRAINT refuse CHECK (false) NOT VALID');
      await expect(
        store.repositories.memories.write(given, request('lost'), true),
      ).rejects.toThrow();
      await store.rows('ALTER TABLE outbox DROP CONSTRAINT refuse');
      for (const table of ['memories', 'events', 'tasks']) {
        expect(await store.count(table, 'owner_id = $1', [given.ownerId])).toBe(0);
      }
      const again = await store.repositories.memories.write(given, request('lost', 'h2'), true);
      expect(again).toMatchObject({ ownerId: given.ownerId });
    });

    it('share the pending task of their owner', async () => {
      const given = aMemory();
      const written = await Promise.all(
        Array.from({ length: 5 }, () => store.repositories.memories.write(given, null, true)),
      );
      written.push(await store.repositories.memories.write(given, null, true));
      const taskIds = new Set(written.map((memory) => memory.significanceTaskId));
      const totals = await store.rows(
        'SELECT sum(total)::int AS n, count(*)::int AS tasks FROM tasks WHERE owner_id = $1',
        [given.ownerId],
      );
      expect(totals).toEqual([{ n: 6, tasks: taskIds.size }]);
      const theirs = await store.repositories.memories.write(aMemory(), null, true);
      expect(taskIds).not.toContain(theirs.significanceTaskId);
    });

    it('get a new task once the previous one has started', async () => {
      const given = aMemory();
      const first = await store.repositories.memories.write(given, null, true);
      const joined = await store.repositories.memories.write(given, null, true);
      expect(joined.significanceTaskId).toBe(first.significanceTaskId);
      const task = await store.task(first.significanceTaskId ?? '');
      const work = await store.repositories.scoring.start(runOf(task), 'run-1');
      expect(work?.memories).toHaveLength(2);
      const late = await store.repositories.memories.write(given, null, true);
      expect(late.significanceTaskId).not.toBe(task.id);
      expect(await startsOf(late.significanceTaskId)).toBe(1);
    });

    it('each belong to a task that scores them, also when starts and writes race', async () => {
      const given = aMemory();
      const claimedIds = new Set<string>();
      for (let round = 0; round < 8; round += 1) {
        const first = await store.repositories.memories.write(given, null, true);
        const task = await store.task(first.significanceTaskId ?? '');
        const [found] = await Promise.all([
          store.repositories.scoring.start(runOf(task), 'run-1'),
          store.repositories.memories.write(given, null, true),
        ]);
        for (const { memoryId } of found?.memories ?? []) claimedIds.add(memoryId);
      }
      const waiting = await store.rows(
        `SELECT memories.id FROM memories JOIN tasks ON tasks.id = significance_task_id
         WHERE memories.owner_id = $1 AND state = 'pending'`,
        [given.ownerId],
      );
      for (const row of waiting) claimedIds.add(String(row['id']));
      expect(claimedIds.size).toBe(16);
    });

    it('get no task where memories are not scored', async () => {
      const memory = await store.repositories.memories.write(aMemory(), null, false);
      expect(memory).toMatchObject({ significanceTaskId: null });
      expect(await store.count('tasks', 'owner_id = $1', [memory.ownerId])).toBe(0);
    });

    it('are written once for one request, also when it arrives concurrently', async () => {
      const given = aMemory();
      const write = () => store.repositories.memories.write(given, request('again'), true);
      const written = await Promise.all([write(), write(), write()]);
      written.push(await write());
      expect(new Set(written.map(({ id }) => id)).size).toBe(1);
      expect(await store.count('memories', 'owner_id = $1', [given.ownerId])).toBe(1);
      const other = store.repositories.memories.write(given, request('again', 'h2'), true);
      await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    });
  });

  describe('in lists', () => {
    it('come page by page, newest first, each once and only those of the owner', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(5);
      await new PinOwner(store).memories(1);
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await store.repositories.memories.list({
          ownerId: owner.ownerId,
          limit: 2,
          cursor,
        });
        pages.push(page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat()).toEqual([...ids].reverse());
    });

    it('are filtered by the query', async () => {
      const owner = new PinOwner(store);
      const [plain = '', notable = '', pivotal = ''] = await owner.memories(3);
      await owner.score([notable], 2);
      await owner.score([pivotal], 3);
      const idsOf = async (query: object) => {
        const { items } = await store.repositories.memories.list({
          ownerId: owner.ownerId,
          limit: 9,
          ...query,
        });
        return items.map(({ id }) => id);
      };
      expect(await idsOf({ pinned: true })).toEqual([pivotal]);
      expect(await idsOf({ pinned: false })).toEqual([notable, plain]);
      expect(await idsOf({ significance: 2 })).toEqual([pivotal, notable]);
      const id = await store.newConversation(owner.ownerId);
      const { memoryIds } = await store.repositories.exchanges.add(anExchange(id), null);
      expect(await idsOf({ conversationId: id })).toEqual(memoryIds);
    });
  });

  describe('pinned by a person', () => {
    it('are manual pins, with an event for each change', async () => {
      const owner = new PinOwner(store);
      const [id = ''] = await owner.memories(1);
      const manual = { pinned: true, autoPinned: false, decidedByPerson: true };
      expect(await store.repositories.memories.setPin(id, true)).toMatchObject(manual);
      expect(await store.repositories.memories.setPin(id, true)).toMatchObject(manual);
      expect(await store.repositories.memories.setPin(id, false)).toMatchObject({ pinned: false });
      expect(await store.repositories.memories.setPin(id, false)).toMatchObject({
        decidedByPerson: true,
      });
      expect(await owner.changes()).toEqual([`+${id}`, `-${id}`]);
    });

    it('turn from auto to manual, which evicts none', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(8);
      await owner.scoreTogether(ids);
      expect(await store.repositories.memories.setPin(ids[0]!, true)).toMatchObject({
        autoPinned: false,
      });
      expect(await owner.pins()).toEqual(ids);
    });

    it('may evict the oldest auto-pin, but no manual one', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(18);
      await owner.scoreTogether(ids.slice(0, 8));
      await store.repositories.memories.setPin(ids[8]!, true);
      expect(await owner.pins()).toEqual(ids.slice(1, 9));
      for (const id of ids.slice(9)) await store.repositories.memories.setPin(id, true);
      expect(await owner.pins()).toEqual(ids.slice(8));
      const gone = (await owner.changes()).filter((change) => change.startsWith('-'));
      expect(gone).toEqual(ids.slice(0, 8).map((id) => `-${id}`));
    });

    it('match the events after concurrent changes', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(12);
      await owner.scoreTogether(ids.slice(0, 8));
      await Promise.all(
        ids.map((id, index) => store.repositories.memories.setPin(id, index >= 8 || index < 2)),
      );
      const { pins, counts } = await owner.replay();
      expect(pins).toEqual(await owner.pins());
      expect(pins).toEqual([...ids.slice(0, 2), ...ids.slice(8)]);
      expect(Math.max(...counts)).toBe(8);
    });

    it('must exist', async () => {
      const nothing = store.repositories.memories.setPin(newId('memory'), true);
      await expect(nothing).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  describe('scored again', () => {
    it('get a new task, which the outbox starts', async () => {
      const owner = new PinOwner(store);
      const [id = ''] = await owner.memories(1);
      const task = await store.repositories.memories.rescore(id);
      expect(task).toMatchObject({
        type: 'significance',
        total: 1,
        skipsQuietWait: true,
        state: 'pending',
      });
      expect(await startsOf(task.id)).toBe(1);
      expect(await store.repositories.scoring.start(runOf(task), 'run-1')).toMatchObject({
        memories: [{ memoryId: id }],
      });
    });

    it('signal their conversation, if they have one', async () => {
      const id = await store.newConversation();
      const { memoryIds } = await store.repositories.exchanges.add(anExchange(id), null);
      await store.rows('DELETE FROM work_signals');
      const task = await store.repositories.memories.rescore(memoryIds[0]!);
      expect(task).toMatchObject({ conversationId: id });
      expect(await startsOf(task.id)).toBe(0);
      expect(await store.count('work_signals', 'entity_id = $1', [id])).toBe(1);
      expect(await store.taken(id, 'significance')).toMatchObject({ id: task.id });
    });

    it('must exist', async () => {
      const nothing = store.repositories.memories.rescore(newId('memory'));
      await expect(nothing).rejects.toMatchObject({ code: 'not_found' });
    });
  });
});
