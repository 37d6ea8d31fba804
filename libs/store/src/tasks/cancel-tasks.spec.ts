import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { A_FAILURE, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { MOST_CANCELLED_TOGETHER } from './cancel-tasks.ts';
import { correctedTo } from '../corrected.fixture.ts';

describe('cancelling many tasks', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const stateOf = async (id: string) => (await store.task(id)).state;
  const cancelMessages = (ids: readonly string[]) =>
    store.count('outbox', `kind = 'cancel' AND task_id = ANY($1)`, [ids]);

  it('ends pending tasks, requests the end of running ones, and skips ended ones', async () => {
    const id = await store.newConversation(newOwner());
    const [waiting, running, failed] = [
      await store.newTask(id),
      await store.runningTask(id),
      await store.runningTask(id),
    ];
    await store.repositories.tasks.end(runOf(failed), A_FAILURE);
    const asked = await store.repositories.tasks.cancelAll({ conversationId: id });
    expect(asked).toEqual({ cancelling: [running.id], cancelled: [waiting.id] });
    expect(await Promise.all([waiting, running, failed].map((task) => stateOf(task.id)))).toEqual([
      'cancelled',
      'cancelling',
      'failed',
    ]);
    expect(await cancelMessages([waiting.id, running.id, failed.id])).toBe(2);
    expect(await store.repositories.tasks.cancelAll({ conversationId: id })).toEqual({
      cancelling: [],
      cancelled: [],
    });
    expect(await cancelMessages([waiting.id, running.id])).toBe(2);
  });

  it('cancels more than fit one transaction', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const many = MOST_CANCELLED_TOGETHER + 20;
    await Promise.all(Array.from({ length: many }, () => store.newTask(id)));
    const { cancelled } = await store.repositories.tasks.cancelAll({ ownerId });
    expect(new Set(cancelled).size).toBe(many);
    expect(await store.count('tasks', `owner_id = $1 AND state = 'cancelled'`, [ownerId])).toBe(
      many,
    );
  });

  it('selects only tasks that match every condition', async () => {
    const ownerId = newOwner();
    const [one, other] = [
      await store.newConversation(ownerId),
      await store.newConversation(ownerId),
    ];
    const mine = await store.newTask(one);
    const theirs = await store.newTask(other);
    await store.repositories.exchanges.add(anExchange(one), null);
    const correction = await store.taken(one, 'correction');
    const none = await store.repositories.tasks.cancelAll({
      ids: [mine.id],
      conversationId: other,
    });
    expect(none.cancelled).toEqual([]);
    const typed = await store.repositories.tasks.cancelAll({
      ownerId,
      type: 'correction',
      state: 'pending',
    });
    expect(typed.cancelled).toEqual([correction.id]);
    const named = await store.repositories.tasks.cancelAll({ ids: [mine.id, correction.id] });
    expect(named.cancelled).toEqual([mine.id]);
    expect(await stateOf(theirs.id)).toBe('pending');
  });

  it('may run twice at once', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const made = await Promise.all(Array.from({ length: 30 }, () => store.newTask(id)));
    const another = store.another();
    const both = await Promise.all([
      store.repositories.tasks.cancelAll({ ownerId }),
      another.repositories.tasks.cancelAll({ conversationId: id }),
    ]);
    await another.database.close();
    expect(both.flatMap(({ cancelled }) => cancelled).sort()).toEqual(made.map((t) => t.id).sort());
    expect(await cancelMessages(made.map((task) => task.id))).toBe(30);
  });
});

describe('a conversation whose pending work is discarded', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  it('has no pending work until the next exchange', async () => {
    const id = await store.newConversation(newOwner());
    await store.repositories.exchanges.add(anExchange(id), null);
    const ids = await store.repositories.pendingWork.giveUp({ kind: 'conversation', id });
    const types = await Promise.all(ids.map(async (each) => (await store.task(each)).type));
    expect(types.sort()).toEqual(['correction', 'significance', 'summary']);
    for (const each of ids) expect(await store.task(each)).toMatchObject({ state: 'cancelled' });
    expect(await store.repositories.pendingWork.take({ kind: 'conversation', id })).toEqual({
      tasks: [],
      more: false,
      ended: [],
    });
    expect(await store.repositories.pendingWork.giveUp({ kind: 'conversation', id })).toEqual([]);
    await store.repositories.exchanges.add(anExchange(id), null);
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ type }) => type).sort()).toEqual(['correction', 'significance', 'summary']);
  });

  it('is not changed by a cancelling task', async () => {
    const id = await store.newConversation(newOwner());
    await store.repositories.exchanges.add(anExchange(id, 'we we launch'), null);
    const correction = await store.taken(id, 'correction');
    const work = await store.repositories.corrections.start(runOf(correction), 'run-1');
    await store.repositories.tasks.cancelAll({ conversationId: id });
    await store.repositories.pendingWork.giveUp({ kind: 'conversation', id });
    const corrections = (work?.segments ?? []).map((each) => correctedTo(each, 'We launch.'));
    const result = { engine: 'test', corrections, warnings: [] };
    expect(await store.repositories.corrections.complete(runOf(correction), result)).toBeNull();
    expect(await store.task(correction.id)).toMatchObject({ state: 'cancelled' });
    expect(
      await store.count('segments', 'conversation_id = $1 AND corrected IS NOT NULL', [id]),
    ).toBe(0);
    expect(await store.repositories.pendingWork.take({ kind: 'conversation', id })).toEqual({
      tasks: [],
      more: false,
      ended: [],
    });
  });

  it('can have the discarded tasks retried', async () => {
    const id = await store.newConversation(newOwner());
    await store.repositories.exchanges.add(anExchange(id), null);
    const ids = await store.repositories.pendingWork.giveUp({ kind: 'conversation', id });
    for (const each of ids) await store.repositories.tasks.retry(each);
    const { tasks } = await store.repositories.pendingWork.take({ kind: 'conversation', id });
    expect(tasks.map(({ taskId }) => taskId).sort()).toEqual([...ids].sort());
    const correction = tasks.find(({ type }) => type === 'correction');
    const run = { taskId: correction?.taskId ?? '', attempt: 2 };
    expect((await store.repositories.corrections.start(run, 'run-2'))?.segments).toHaveLength(1);
  });
});
