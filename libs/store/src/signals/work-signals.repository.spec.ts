import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkSignal } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { anExchange, Gate, TestStore } from '../store.fixture.ts';

describe('work signals', () => {
  let store: TestStore;
  let signalled: string[];
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    signalled = [];
    await store.rows('DELETE FROM work_signals');
  });
  afterAll(() => store.close());

  const waiting = () => store.count('work_signals');
  const post = (id: string) => store.repositories.exchanges.add(anExchange(id), null);

  /** Records signalled entities; each call then waits for the gate, if there is one. */
  const deliver =
    (gate?: Gate) =>
    async ({ id }: WorkSignal): Promise<void> => {
      signalled.push(id);
      await gate?.opened;
    };

  const refuse = (): Promise<void> => Promise.reject(new Error('Temporal is away'));
  const dispatch = (deliverSignal = deliver()) =>
    store.repositories.workSignals.dispatch(100, deliverSignal);

  /** A conversation with this number of unsent signals. */
  async function unsent(signals: number): Promise<string> {
    const id = await store.newConversation();
    for (let number = 0; number < signals; number += 1) await post(id);
    return id;
  }

  /** Milliseconds until the only signal is due again. */
  async function waitMs(): Promise<number> {
    const [row] = await store.rows(
      'SELECT extract(epoch FROM due_at - clock_timestamp()) * 1000 AS wait FROM work_signals',
    );
    return Number(row?.['wait']);
  }

  it('of one conversation become one call, and are deleted after it', async () => {
    const [busy, calm] = [await unsent(5), await unsent(1)];
    expect(await dispatch()).toEqual({ delivered: 2, failures: [] });
    expect(signalled).toEqual([busy, calm]);
    expect(await waiting()).toBe(0);
    expect(await dispatch()).toEqual({ delivered: 0, failures: [] });
  });

  it.each(['delivered', 'postponed'])('are %s, however many have accumulated', async (what) => {
    const id = await store.newConversation();
    await store.rows(
      `INSERT INTO work_signals (entity_kind, entity_id, owner_id) SELECT 'conversation', $1, 'ada' FROM generate_series(1, 70000)`,
      [id],
    );
    const round = await dispatch(what === 'delivered' ? deliver() : refuse);
    expect(round.delivered).toBe(what === 'delivered' ? 1 : 0);
    expect(await waiting()).toBe(what === 'delivered' ? 0 : 70_000);
    expect(await store.count('work_signals', 'tries = 0')).toBe(0);
    await store.rows('DELETE FROM work_signals');
  });

  it('contain the conversation and its owner, but no text', async () => {
    const id = await store.newConversation('bob');
    await post(id);
    const sent: WorkSignal[] = [];
    await dispatch((signal) => {
      sent.push(signal);
      return Promise.resolve();
    });
    expect(sent).toEqual([{ kind: 'conversation', id, ownerId: 'bob' }]);
    expect(JSON.stringify(sent)).not.toContain('March');
  });

  it('that arrive while a conversation is being signalled cause another signal', async () => {
    const id = await unsent(1);
    const gate = new Gate();
    const round = dispatch(deliver(gate));
    await eventually(() => expect(signalled).toEqual([id]));
    await post(id);
    gate.open();
    expect(await round).toMatchObject({ delivered: 1 });
    expect(await waiting()).toBe(1);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(signalled).toEqual([id, id]);
  });

  it('stay when the call fails, while those of other conversations are delivered', async () => {
    const [lost, other] = [await unsent(2), await unsent(1)];
    const round = await dispatch((signal) => (signal.id === lost ? refuse() : deliver()(signal)));
    expect(round).toEqual({ delivered: 1, failures: [new Error('Temporal is away')] });
    expect(signalled).toEqual([other]);
    expect(await store.count('work_signals', 'entity_id = $1 AND tries = 1', [lost])).toBe(2);
  });

  it('are retried with exponential back-off, up to half a minute', async () => {
    await unsent(1);
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      await store.rows('UPDATE work_signals SET due_at = now()');
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

  it('that are postponed do not delay a new signal of the same conversation', async () => {
    const id = await unsent(1);
    await dispatch(refuse);
    await post(id);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(signalled).toEqual([id]);
  });

  it('are each processed by only one of two concurrent dispatchers', async () => {
    for (let number = 0; number < 8; number += 1) await unsent(1);
    const gate = new Gate();
    const first = store.repositories.workSignals.dispatch(3, deliver(gate));
    await eventually(() => expect(signalled).toHaveLength(3));
    const second = await dispatch();
    gate.open();
    expect([(await first).delivered, second.delivered]).toEqual([3, 5]);
    expect(new Set(signalled).size).toBe(8);
  });

  it('are not lost when a dispatcher dies during a round', async () => {
    const id = await unsent(2);
    const gate = new Gate();
    const dying = dispatch(deliver(gate)).catch((error: unknown) => error);
    await eventually(() => expect(signalled).toHaveLength(1));
    await store.killConnections();
    gate.open();
    expect(isDatabaseAway(await dying)).toBe(true);
    expect(await waiting()).toBe(2);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(signalled).toEqual([id, id]);
  });
});
