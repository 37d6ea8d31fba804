import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '#platform';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { aReading, newProject } from '../projects.fixture.ts';
import { aClip, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { aFullConversation, idsOf, rowsNaming } from '../bin.fixture.ts';
import { CONVERSATION_TABLES } from './kinds/conversation-tables.ts';

/** What is found again in the text: it goes with the conversation, and does not come back. */
const FOUND_AGAIN = ['summary_parts', 'summary_readings'];

describe('the bin', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const binned = async (ownerId: string) =>
    (await store.repositories.bin.list({ ownerId, limit: 50 })).items.map(({ id }) => id);

  it('knows every table whose rows belong to a conversation, and whatever refers to them', async () => {
    const rows = await store.rows(`
      SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public'
        AND column_name IN (
            'conversation_id', 'segment_id', 'clip_id', 'turn_id', 'exchange_id', 'memory_id')`);
    const known = CONVERSATION_TABLES.map(({ name }) => name);
    const named = rows
      .map(({ name }) => String(name))
      .filter((name) => !['events', 'bin_items', ...FOUND_AGAIN].includes(name));
    expect(known).toEqual(expect.arrayContaining(named));
  });

  it('takes every row of a conversation out of the tables, and puts back the same rows', async () => {
    const ownerId = newOwner();
    const kept = await aFullConversation(store, ownerId);
    const id = await aFullConversation(store, ownerId);
    const ids = await idsOf(store, id);
    const keptRows = await rowsNaming(store, [kept]);
    const before = await rowsNaming(store, ids);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(CONVERSATION_TABLES.map(({ name }) => name)),
    );
    await store.repositories.bin.delete({ kind: 'conversation', id });
    expect(await rowsNaming(store, ids)).toEqual({});
    expect(await binned(ownerId)).toEqual([id]);
    await store.repositories.bin.restore({ kind: 'conversation', id });
    const { work_signals: signals, ...restored } = await rowsNaming(store, ids);
    expect(restored).toEqual(before);
    expect(signals).toHaveLength(1);
    expect(await rowsNaming(store, [kept])).toEqual(keptRows);
    expect(await binned(ownerId)).toEqual([]);
    expect(await store.count('bin_rows', 'item_id = $1', [id])).toBe(0);
  });

  it('gives columns that were added meanwhile their defaults', async () => {
    const id = await aFullConversation(store, newOwner());
    await store.repositories.bin.delete({ kind: 'conversation', id });
    await store.rows(`ALTER TABLE conversations ADD COLUMN colour text NOT NULL DEFAULT 'green'`);
    await store.repositories.bin.restore({ kind: 'conversation', id });
    const [row] = await store.rows('SELECT colour FROM conversations WHERE id = $1', [id]);
    expect(row).toEqual({ colour: 'green' });
    await store.rows('ALTER TABLE conversations DROP COLUMN colour');
  });

  it('takes a conversation once, whoever asks at the same time', async () => {
    const id = await aFullConversation(store, newOwner());
    const asked = [1, 2, 3].map(() => store.repositories.bin.delete({ kind: 'conversation', id }));
    const ends = await Promise.allSettled(asked);
    const refused = ends.filter((end) => end.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'not_found' });
    const restores = [1, 2].map(() => store.repositories.bin.restore({ kind: 'conversation', id }));
    const restored = (await Promise.allSettled(restores)).map(({ status }) => status);
    expect(restored.sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuses what does not exist', async () => {
    const { bin } = store.repositories;
    await expect(bin.delete({ kind: 'conversation', id: 'cnv_x' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const id = await store.newConversation();
    await expect(bin.restore({ kind: 'conversation', id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('lists by owner, the latest first, page by page, whatever leaves it meanwhile', async () => {
    const ownerId = newOwner();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const id = await store.newConversation(ownerId);
      await store.repositories.bin.delete({ kind: 'conversation', id });
      ids.unshift(id);
    }
    const first = await store.repositories.bin.list({ ownerId, limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    await store.repositories.bin.restore({ kind: 'conversation', id: ids[1] ?? '' });
    const cursor = first.nextCursor ?? undefined;
    const second = await store.repositories.bin.list({ ownerId, limit: 3, cursor });
    expect(second.items.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.nextCursor).toBeNull();
  });

  it('stops running work, tells Temporal, and starts it again after a restore', async () => {
    const task = await store.runningTask();
    const id = task.conversationId ?? '';
    await store.repositories.bin.delete({ kind: 'conversation', id });
    const told: unknown[] = [];
    await store.repositories.outbox.dispatch(100, ({ kind, attempt, task: { id, state } }) => {
      told.push({ kind, attempt, id, state });
      return Promise.resolve('delivered');
    });
    expect(told).toEqual([{ kind: 'cancel', attempt: 1, id: task.id, state: 'cancelled' }]);
    expect(await store.count('outbox')).toBe(0);
    // The run that goes on for a moment writes nothing.
    await store.repositories.tasks.advance(runOf(task), 1, 2);
    await store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
    expect(await store.repositories.tasks.find(task.id)).toBeNull();
    await store.repositories.bin.restore({ kind: 'conversation', id });
    expect(await store.task(task.id)).toMatchObject({ state: 'pending', attempt: 2 });
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks).toMatchObject([{ taskId: task.id, attempt: 2 }]);
  });

  it('does not start work again that a person had cancelled', async () => {
    const task = await store.runningTask();
    await store.repositories.tasks.requestCancel(task.id);
    await store.repositories.bin.delete({ kind: 'conversation', id: task.conversationId ?? '' });
    const told: string[] = [];
    await store.repositories.outbox.dispatch(100, ({ task: { id } }) => {
      told.push(id);
      return Promise.resolve('gone');
    });
    expect(told).toEqual([task.id]);
    await store.repositories.bin.restore({ kind: 'conversation', id: task.conversationId ?? '' });
    expect(await store.task(task.id)).toMatchObject({ state: 'cancelled', attempt: 1 });
  });

  it('frees pins, and a restore keeps the cap without touching manual ones', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const narratives = Array.from({ length: 8 }, (_, index) => `Ada: Decision ${index}.`);
    await store.repositories.exchanges.add({ ...anExchange(id), narratives }, null);
    await store.rows(
      `UPDATE memories SET pinned = true, auto_pinned = true WHERE conversation_id = $1`,
      [id],
    );
    await store.repositories.bin.delete({ kind: 'conversation', id });
    const pins = () => store.count('memories', 'owner_id = $1 AND pinned', [ownerId]);
    expect(await pins()).toBe(0);
    const manual: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const given = { ownerId, narrative: 'Mine.', priorDialogue: [] };
      const { id: own } = await store.repositories.memories.write(given, null, false);
      await store.repositories.memories.setPin(own, true);
      manual.push(own);
    }
    await store.repositories.bin.restore({ kind: 'conversation', id });
    expect(await pins()).toBe(8);
    for (const own of manual) {
      expect(await store.repositories.memories.find(own)).toMatchObject({ pinned: true });
    }
  });

  it('takes its facts out of the project, which is read again, before and after a restore', async () => {
    const project = await newProject(store);
    const given = { ownerId: 'ada', title: 'Costs', tags: [], projectId: project.id };
    const { id } = await store.repositories.conversations.create(given, null);
    await store.rows(
      `INSERT INTO project_agents (project_id, agent, report_id) VALUES ($1, 'financial', 'rpt_1')`,
      [project.id],
    );
    await store.repositories.reportRuns.keepReading(aReading(project.id, id));
    expect(await store.count('facts', 'source_id = $1', [id])).toBe(1);
    await store.repositories.bin.delete({ kind: 'conversation', id });
    // A report that was reading it at that moment keeps nothing of it.
    await store.repositories.reportRuns.keepReading(aReading(project.id, id));
    expect(await store.count('facts', 'source_id = $1', [id])).toBe(0);
    expect(await store.count('read_sources', 'source_id = $1', [id])).toBe(0);
    const wanted = () =>
      store.rows('SELECT wanted, covered FROM project_agents WHERE project_id = $1', [project.id]);
    expect(await wanted()).toEqual([{ wanted: 1, covered: 0 }]);
    await store.repositories.bin.restore({ kind: 'conversation', id });
    expect(await wanted()).toEqual([{ wanted: 2, covered: 0 }]);
    await store.repositories.bin.delete({ kind: 'conversation', id });
    await store.repositories.bin.delete({ kind: 'project', id: project.id });
    await store.repositories.bin.restore({ kind: 'conversation', id });
    expect(await store.repositories.conversations.find(id)).toMatchObject({ projectId: null });
  });

  it('answers a repeated request for what is in it as for what does not exist', async () => {
    const request = { scope: 'POST /conversations', key: newOwner(), requestHash: 'h' };
    const given = { ownerId: 'ada', title: 'Costs', tags: [] };
    const { id } = await store.repositories.conversations.create(given, request);
    await store.repositories.bin.delete({ kind: 'conversation', id });
    const again = store.repositories.conversations.create(given, request);
    await expect(again).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([1, 2, 3, 4])(
    'keeps and restores everything while others write, upload and delete (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const ownerId = newOwner();
      const all = await Promise.all(
        Array.from({ length: 4 }, () => aFullConversation(store, ownerId)),
      );
      const { bin, clips, exchanges, pendingWork, memories, memoryEdits, tasks } =
        store.repositories;
      const acts = (id: string): readonly (() => Promise<unknown>)[] => [
        () => bin.delete({ kind: 'conversation', id }),
        () => bin.restore({ kind: 'conversation', id }),
        () => bin.restore({ kind: 'conversation', id }),
        () => clips.acceptClip(aClip(id, `${seed}`.repeat(64)), null),
        () => exchanges.add(anExchange(id, 'Something else.'), null),
        () => pendingWork.take({ kind: 'conversation', id }),
        () => tasks.cancelAll({ conversationId: id }),
        () => withMemory(id, (memoryId) => memories.rescore(memoryId)),
        () => withMemory(id, (memoryId) => memoryEdits.edit(memoryId, `Said ${random()}.`)),
      ];
      const withMemory = async (
        conversationId: string,
        change: (memoryId: string) => Promise<unknown>,
      ) => {
        const [memory] = (await memories.list({ conversationId, limit: 1 })).items;
        if (memory) await change(memory.id);
      };
      const client = async () => {
        for (let step = 0; step < 25; step += 1) {
          const choices = acts(all[Math.floor(random() * all.length)] ?? '');
          await choices[Math.floor(random() * choices.length)]?.().catch(onlyRefusals);
        }
      };
      await Promise.all([client(), client(), client(), client()]);
      // Cancellations name their tasks until Temporal has accepted them.
      await store.deliverAll();
      const inBin = await binned(ownerId);
      for (const id of inBin) {
        expect(await rowsNaming(store, await idsOf(store, id))).toEqual({});
      }
      for (const id of inBin) await bin.restore({ kind: 'conversation', id });
      for (const id of all) await expectWhole(store, id);
    },
    60_000,
  );
});

function onlyRefusals(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

/** Everything that the log says was added to the conversation is there. */
async function expectWhole(store: TestStore, id: string): Promise<void> {
  const [row] = await store.rows(
    `SELECT exchange_count, clip_count,
       (SELECT count(*)::int FROM events WHERE conversation_id = $1 AND type IN ('exchange_added', 'clip_received')) AS exchanges,
       (SELECT count(*)::int FROM exchanges WHERE conversation_id = $1) AS kept,
       (SELECT count(*)::int FROM clips WHERE conversation_id = $1) AS clips,
       (SELECT count(*)::int FROM events WHERE conversation_id = $1 AND type = 'task_created') AS created,
       (SELECT count(*)::int FROM tasks WHERE conversation_id = $1) AS tasks
     FROM conversations WHERE id = $1`,
    [id],
  );
  expect(row).toMatchObject({ exchange_count: row?.['exchanges'], kept: row?.['exchanges'] });
  expect(row).toMatchObject({ clip_count: row?.['clips'], tasks: row?.['created'] });
}
