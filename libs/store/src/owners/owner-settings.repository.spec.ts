import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aScore } from '../memories/pins.fixture.ts';
import { anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import type { TaskRecord } from '../tasks/task.records.ts';

const NARRATIVE = 'Ada moved to Rome.';

describe('memories of an owner that is not scored', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const settings = () => store.repositories.ownerSettings;
  const unscored = async () => {
    const ownerId = newOwner();
    await settings().change(ownerId, { scoring: false });
    return ownerId;
  };
  const write = (ownerId: string, count = 1) =>
    Promise.all(
      Array.from({ length: count }, (_, number) =>
        store.repositories.memories.write(
          { ownerId, narrative: `${NARRATIVE} ${number}`, priorDialogue: [] },
          null,
          true,
        ),
      ),
    );
  const waitingOf = async (ownerId: string) => (await settings().find(ownerId)).memoriesWaiting;
  const openTasks = async (ownerId: string): Promise<readonly TaskRecord[]> => {
    const rows = await store.rows(
      `SELECT id FROM tasks WHERE owner_id = $1 AND ended_at IS NULL AND type = 'significance' ORDER BY id`,
      [ownerId],
    );
    return Promise.all(rows.map(({ id }) => store.task(String(id))));
  };
  /** Scores all memories of a task, as a worker does. */
  const complete = async (task: TaskRecord) => {
    const { scoring } = store.repositories;
    const work = await scoring.start(runOf(task), 'run-1');
    const scores = (work?.memories ?? []).map(({ memoryId }) => aScore(memoryId, 1));
    await scoring.save(runOf(task), scores, { warnings: [] });
    return scores.length;
  };

  it('are stored, shown without a score, and wait', async () => {
    const ownerId = await unscored();
    const [memory] = await write(ownerId);
    const id = await store.newConversation(ownerId);
    await store.repositories.exchanges.add(anExchange(id), null);
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ type }) => type).sort()).toEqual(['correction', 'summary']);
    expect(await openTasks(ownerId)).toEqual([]);
    expect(await store.repositories.memories.find(memory?.id ?? '')).toMatchObject({
      ...{ significance: null, significanceTaskId: null },
    });
    const { items } = await store.repositories.memories.list({ ownerId, limit: 5 });
    expect(items).toHaveLength(2);
    expect(await settings().find(ownerId)).toMatchObject({ scoring: false, memoriesWaiting: 2 });
    // Nothing else looks for them either.
    const { pendingWork, waitingMemories } = store.repositories;
    const signals = await pendingWork.unsignalled('conversation', '', 1_000);
    expect(signals.map((signal) => signal.ownerId)).not.toContain(ownerId);
    const forgotten = await waitingMemories.scoreForgotten('', 1_000);
    expect(forgotten.map((each) => each.ownerId)).not.toContain(ownerId);
  });

  it('concern no other owner, and the others not them', async () => {
    await unscored();
    const ownerId = newOwner();
    const [memory] = await write(ownerId);
    expect(memory?.significanceTaskId).not.toBeNull();
    expect(await settings().find(ownerId)).toEqual({
      ...{ ownerId, scoring: true, voiceProfiles: false, spokenLanguage: null },
      memoriesWaiting: 0,
    });
  });

  it('may be scored one by one on request', async () => {
    const ownerId = await unscored();
    const [memory] = await write(ownerId);
    const task = await store.repositories.memories.rescore(memory?.id ?? '');
    expect(await complete(task)).toBe(1);
    expect(await waitingOf(ownerId)).toBe(0);
  });

  it('wait when they leave their conversation or come back from the bin, too', async () => {
    const ownerId = await unscored();
    const id = await store.newConversation(ownerId);
    const { memoryIds } = await store.repositories.exchanges.add(anExchange(id), null);
    await store.repositories.bin.deleteBut(id, memoryIds);
    const ref = { kind: 'memory', id: memoryIds[0] ?? '' } as const;
    await store.repositories.bin.delete(ref);
    await store.repositories.bin.restore(ref);
    expect(await openTasks(ownerId)).toEqual([]);
    expect(await waitingOf(ownerId)).toBe(1);
  });

  it('are all scored once it is switched on, by one bounded task after the other', async () => {
    const ownerId = await unscored();
    await write(ownerId, 230);
    await settings().change(ownerId, { scoring: true });
    await settings().change(ownerId, { scoring: true });
    const sizes: number[] = [];
    for (let open = await openTasks(ownerId); open.length > 0; open = await openTasks(ownerId)) {
      expect(open).toHaveLength(1);
      expect(open[0]).toMatchObject({ priority: 'batch', conversationId: null });
      const [first] = open;
      if (first) sizes.push(await complete(first));
      expect(sizes.length).toBeLessThan(10);
    }
    expect(sizes).toEqual([100, 100, 30]);
    expect(await waitingOf(ownerId)).toBe(0);
    const scored = 'owner_id = $1 AND significance IS NOT NULL';
    expect(await store.count('memories', scored, [ownerId])).toBe(230);
  });

  it('are scored by their conversations, behind interactive work', async () => {
    const ownerId = await unscored();
    const id = await store.newConversation(ownerId);
    await store.repositories.exchanges.add(anExchange(id), null);
    await store.repositories.pendingWork.take({ kind: 'conversation', id });
    await store.rows('DELETE FROM work_signals');
    await settings().change(ownerId, { scoring: true });
    const signals = await store.rows('SELECT entity_id FROM work_signals WHERE owner_id = $1', [
      ownerId,
    ]);
    expect(signals).toEqual([{ entity_id: id }]);
    expect(await store.taken(id, 'significance')).toMatchObject({ total: 1, priority: 'batch' });
    // What is said from now on is urgent again.
    await store.repositories.exchanges.add(anExchange(id), null);
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    const fresh = await Promise.all(tasks.map(({ taskId }) => store.task(taskId)));
    const scorings = fresh.filter(({ type }) => type === 'significance');
    expect(scorings.map(({ priority }) => priority)).toEqual(['batch', 'interactive']);
  });

  it('are found later when their task was cancelled before the others had one', async () => {
    const ownerId = await unscored();
    await write(ownerId, 120);
    await settings().change(ownerId, { scoring: true });
    const [first] = await openTasks(ownerId);
    await store.repositories.tasks.end(runOf(first!), { state: 'cancelled' });
    const both = [store, store.another()] as const;
    const rounds = await Promise.all(
      both.map((each) => each.repositories.waitingMemories.scoreForgotten('', 1_000)),
    );
    const created = rounds.flat().filter((each) => each.ownerId === ownerId && each.created);
    expect(created).toHaveLength(1);
    expect((await openTasks(ownerId)).map(({ total }) => total)).toEqual([20]);
    await both[1].database.close();
  });

  it('wait while the installation scores nothing, and are scored when it does again', async () => {
    const ownerId = newOwner();
    const silent = store.another({}, false);
    const given = { ownerId, narrative: NARRATIVE, priorDialogue: [] };
    await silent.repositories.memories.write(given, null, false);
    await silent.repositories.ownerSettings.change(ownerId, { scoring: true });
    expect(await silent.repositories.waitingMemories.scoreForgotten('', 1_000)).toEqual([]);
    expect(await openTasks(ownerId)).toEqual([]);
    await store.repositories.waitingMemories.scoreForgotten('', 1_000);
    expect(await openTasks(ownerId)).toHaveLength(1);
    await silent.database.close();
  });

  it('belong to owners that are listed in pages', async () => {
    const owners = [await unscored(), await unscored(), await unscored()].sort();
    await settings().change(owners[1] ?? '', { scoring: true });
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await settings().unscored({ cursor, limit: 1 });
      listed.push(...page.items.map(({ ownerId }) => ownerId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(listed.filter((each) => owners.includes(each))).toEqual([owners[0], owners[2]]);
  });

  it('cannot be decided about while their owner is being erased', async () => {
    const [ownerId, other] = [await unscored(), newOwner()];
    for (const each of [ownerId, other]) await store.repositories.erasures.request(each);
    const refusal = { code: 'owner_being_erased' };
    await expect(settings().change(ownerId, { scoring: true })).rejects.toMatchObject(refusal);
    await expect(settings().adopt(other, { scoring: false })).rejects.toMatchObject(refusal);
    expect((await settings().find(ownerId)).scoring).toBe(false);
    expect((await settings().find(other)).scoring).toBe(true);
  });
});
