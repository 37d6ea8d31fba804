import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { A_FAILURE, Gate, TestStore } from '../store.fixture.ts';
import { DispatchedMessages } from './dispatched.fixture.ts';
import type { OutboxMessage } from './outbox.repository.ts';

describe('the outbox', () => {
  let store: TestStore;
  let messages: DispatchedMessages;
  beforeAll(async () => {
    store = await TestStore.open();
    messages = new DispatchedMessages(store);
  });
  beforeEach(() => messages.reset());
  afterAll(() => store.close());

  it('delivers messages, oldest first, and deletes them', async () => {
    const tasks = [await messages.add(), await messages.add()];
    expect(await messages.dispatch()).toEqual({ delivered: 2, failures: [] });
    expect(messages.delivered).toEqual(tasks);
    expect(await messages.waiting()).toBe(0);
    expect(await messages.dispatch()).toEqual({ delivered: 0, failures: [] });
  });

  it('passes the current task and the attempt of the message', async () => {
    const task = await store.newScoring();
    const sent: OutboxMessage[] = [];
    await store.repositories.outbox.dispatch(100, (message) => {
      sent.push(message);
      return Promise.resolve('delivered');
    });
    expect(sent).toEqual([{ kind: 'start', attempt: 1, task }]);
  });

  it('never sends a cancel before the start of its task', async () => {
    const { id } = await store.newScoring();
    const sent: string[] = [];
    const dispatch = () =>
      store.repositories.outbox.dispatch(100, ({ kind }) => {
        sent.push(kind);
        return Promise.resolve('delivered');
      });
    const gate = new Gate();
    const starting = messages.dispatch(100, messages.refused(gate));
    await eventually(() => expect(messages.delivered).toHaveLength(1));
    expect(await store.repositories.tasks.requestCancel(id)).toMatchObject({ state: 'cancelled' });
    expect(await dispatch()).toMatchObject({ delivered: 0 });
    gate.open();
    await starting;
    expect(await dispatch()).toMatchObject({ delivered: 0 });
    await eventually(async () => {
      await dispatch();
      expect(await messages.waiting()).toBe(0);
    });
    expect(sent).toEqual(['start', 'cancel']);
  });

  describe('when Temporal no longer has such a run', () => {
    const gone = () => store.repositories.outbox.dispatch(100, () => Promise.resolve('gone'));

    it('ends the task', async () => {
      const { id } = await store.runningTask();
      await store.repositories.tasks.requestCancel(id);
      await gone();
      const task = await store.task(id);
      expect(task).toMatchObject({ state: 'cancelled' });
      expect(task.endedAt).toBeInstanceOf(Date);
      expect(await messages.waiting()).toBe(0);
    });

    it('does not change a task that has ended in the meantime', async () => {
      const { id, attempt } = await store.runningTask();
      await store.repositories.tasks.requestCancel(id);
      await store.repositories.tasks.end({ taskId: id, attempt }, A_FAILURE);
      await gone();
      expect(await store.task(id)).toMatchObject({ state: 'failed' });
    });

    it('does not change a later attempt of the task', async () => {
      const { id, attempt } = await store.runningTask();
      await store.repositories.tasks.requestCancel(id);
      await store.repositories.tasks.end({ taskId: id, attempt }, A_FAILURE);
      await store.repositories.tasks.retry(id);
      await gone();
      expect(await store.task(id)).toMatchObject({ state: 'pending', attempt: 2 });
    });
  });
});
