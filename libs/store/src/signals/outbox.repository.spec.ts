import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { Gate, TestStore } from '../store.fixture.ts';
import type { Delivery, OutboxMessage } from './outbox.repository.ts';

describe('the outbox', () => {
  let store: TestStore;
  let delivered: string[];
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    delivered = [];
    await store.rows('DELETE FROM outbox');
  });
  afterAll(() => store.close());

  const waiting = () => store.count('outbox');

  /** Records deliveries; each then waits for the gate, if there is one. */
  const deliver =
    (gate?: Gate, outcome: Delivery = 'delivered') =>
    async ({ kind, task }: OutboxMessage): Promise<Delivery> => {
      delivered.push(`${kind} ${task.id}`);
      await gate?.opened;
      return outcome;
    };

  const refuse = (): Promise<Delivery> => Promise.reject(new Error('Temporal is away'));

  const dispatch = (deliverMessage = deliver()) =>
    store.repositories.outbox.dispatch(100, deliverMessage);

  /** Milliseconds until the only message is due again. */
  async function waitMs(): Promise<number> {
    const [row] = await store.rows(
      'SELECT extract(epoch FROM due_at - clock_timestamp()) * 1000 AS wait FROM outbox',
    );
    return Number(row?.['wait']);
  }

  const makeDue = () => store.rows('UPDATE outbox SET due_at = now()');

  it('delivers messages, oldest first, and deletes them', async () => {
    const tasks = [await store.newScoring(), await store.newScoring()];
    const round = await dispatch();
    expect(round).toEqual({ delivered: 2, failures: [] });
    expect(delivered).toEqual(tasks.map(({ id }) => `start ${id}`));
    expect(await waiting()).toBe(0);
    expect(await dispatch()).toEqual({ delivered: 0, failures: [] });
  });

  it('passes the current task and the attempt of the message', async () => {
    const task = await store.newScoring();
    const messages: OutboxMessage[] = [];
    await dispatch((message) => {
      messages.push(message);
      return Promise.resolve('delivered');
    });
    expect(messages).toEqual([{ kind: 'start', attempt: 1, task }]);
  });

  it('gives each message to only one of two concurrent dispatchers', async () => {
    for (let number = 0; number < 10; number += 1) await store.newScoring();
    const gate = new Gate();
    const first = store.repositories.outbox.dispatch(4, deliver(gate));
    await eventually(() => expect(delivered).toHaveLength(4));
    const second = await dispatch();
    gate.open();
    expect([(await first).delivered, second.delivered]).toEqual([4, 6]);
    expect(new Set(delivered).size).toBe(10);
    expect(await waiting()).toBe(0);
  });

  it('delivers each message once, also with many concurrent dispatchers', async () => {
    for (let number = 0; number < 20; number += 1) await store.newScoring();
    const rounds = [1, 2, 3, 4].map(async () => {
      while ((await waiting()) > 0) await store.repositories.outbox.dispatch(3, deliver());
    });
    await Promise.all(rounds);
    expect(delivered).toHaveLength(20);
    expect(new Set(delivered).size).toBe(20);
  });

  it('keeps a message that could not be delivered, and delivers the others', async () => {
    const [lost, other] = [await store.newScoring(), await store.newScoring()];
    const round = await dispatch((message) =>
      message.task.id === lost.id ? refuse() : deliver()(message),
    );
    expect(round.delivered).toBe(1);
    expect(round.failures).toEqual([new Error('Temporal is away')]);
    expect(delivered).toEqual([`start ${other.id}`]);
    expect(await store.count('outbox', 'task_id = $1 AND tries = 1', [lost.id])).toBe(1);
  });

  it('treats a delivery that throws synchronously as failed', async () => {
    await store.newScoring();
    const round = await dispatch(() => {
      throw new Error('no client');
    });
    expect(round.failures).toHaveLength(1);
    expect(await waitMs()).toBeGreaterThan(0);
  });

  it('retries with exponential back-off, up to half a minute', async () => {
    await store.newScoring();
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      await makeDue();
      await dispatch(refuse);
      waits.push(await waitMs());
      expect(await dispatch()).toEqual({ delivered: 0, failures: [] });
    }
    for (const [index, wait] of waits.slice(1, 7).entries()) {
      expect(wait).toBeGreaterThan(waits[index]! * 1.5);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
    expect(waits.at(-1)).toBeGreaterThan(25_000);
  });

  it('retries a message once its wait is over', async () => {
    const { id } = await store.newScoring();
    await dispatch(refuse);
    await eventually(async () => expect(await dispatch()).toMatchObject({ delivered: 1 }));
    expect(delivered).toEqual([`start ${id}`]);
  });

  it('counts the wait from the failure, however long the delivery took', async () => {
    await store.newScoring();
    const gate = new Gate();
    const round = dispatch(async () => {
      await gate.opened;
      return refuse();
    });
    const old = `state = 'idle in transaction' AND xact_start < now() - interval '300 ms'`;
    await eventually(async () => expect(await store.sessions(old)).toBe(1));
    gate.open();
    await round;
    expect(await waitMs()).toBeGreaterThan(0);
  });

  it('never sends a cancel before the start of its task', async () => {
    const { id } = await store.newScoring();
    const gate = new Gate();
    const starting = dispatch(async (message) => {
      await deliver(gate)(message);
      return refuse();
    });
    await eventually(() => expect(delivered).toHaveLength(1));
    expect(await store.repositories.tasks.requestCancel(id)).toMatchObject({ state: 'cancelled' });
    expect(await dispatch()).toMatchObject({ delivered: 0 });
    gate.open();
    await starting;
    expect(await dispatch()).toMatchObject({ delivered: 0 });
    await eventually(async () => {
      await dispatch();
      expect(await waiting()).toBe(0);
    });
    expect(delivered).toEqual([`start ${id}`, `start ${id}`, `cancel ${id}`]);
  });

  it('loses nothing when a dispatcher dies during a round', async () => {
    const { id } = await store.newScoring();
    const gate = new Gate();
    const dying = dispatch(deliver(gate)).catch((error: unknown) => error);
    await eventually(() => expect(delivered).toHaveLength(1));
    await store.killConnections();
    gate.open();
    expect(isDatabaseAway(await dying)).toBe(true);
    expect(await waiting()).toBe(1);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(delivered).toEqual([`start ${id}`, `start ${id}`]);
  });

  describe('when Temporal no longer has such a run', () => {
    const gone = () => dispatch(deliver(undefined, 'gone'));

    it('ends the task', async () => {
      const { id } = await store.runningTask();
      await store.repositories.tasks.requestCancel(id);
      await gone();
      const task = await store.task(id);
      expect(task).toMatchObject({ state: 'cancelled' });
      expect(task.endedAt).toBeInstanceOf(Date);
      expect(await waiting()).toBe(0);
    });

    it('does not change a task that has ended in the meantime', async () => {
      const { id, attempt } = await store.runningTask();
      await store.repositories.tasks.requestCancel(id);
      await store.repositories.tasks.end({ taskId: id, attempt }, FAILED);
      await gone();
      expect(await store.task(id)).toMatchObject({ state: 'failed' });
    });

    it('does not change a later attempt of the task', async () => {
      const { id, attempt } = await store.runningTask();
      await store.repositories.tasks.requestCancel(id);
      await store.repositories.tasks.end({ taskId: id, attempt }, FAILED);
      await store.repositories.tasks.retry(id);
      await gone();
      expect(await store.task(id)).toMatchObject({ state: 'pending', attempt: 2 });
    });
  });
});

const FAILED = {
  state: 'failed',
  error: {
    code: 'audio_unreadable',
    stage: 'probe',
    message: 'It cannot be read.',
    retryable: false,
    nextAction: 'Export it again.',
  },
} as const;
