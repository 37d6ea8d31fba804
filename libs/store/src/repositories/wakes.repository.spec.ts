import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { isDatabaseAway } from '../database/database-away.ts';
import { anExchange, Gate, TestStore } from '../store.fixture.ts';
import type { Wake } from './wakes.repository.ts';

describe('wakes', () => {
  let store: TestStore;
  let woken: string[];
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    woken = [];
    await store.rows('DELETE FROM wakes');
  });
  afterAll(() => store.close());

  const waiting = () => store.count('wakes');
  const post = (id: string) => store.exchanges.add(anExchange(id), null);

  /** Writes down who is woken; waits for the gate first, if there is one. */
  const deliver =
    (gate?: Gate) =>
    async ({ conversationId }: Wake): Promise<void> => {
      woken.push(conversationId);
      await gate?.opened;
    };

  const refuse = (): Promise<void> => Promise.reject(new Error('Temporal is away'));
  const dispatch = (deliverWake = deliver()) => store.wakes.dispatch(100, deliverWake);

  /** A conversation with so many marks. */
  async function marked(marks: number): Promise<string> {
    const id = await store.newConversation();
    for (let number = 0; number < marks; number += 1) await post(id);
    return id;
  }

  /** Milliseconds until the only mark is due again. */
  async function waitMs(): Promise<number> {
    const [row] = await store.rows(
      'SELECT extract(epoch FROM due_at - clock_timestamp()) * 1000 AS wait FROM wakes',
    );
    return Number(row?.['wait']);
  }

  it('of one conversation become one call, and are forgotten once it was made', async () => {
    const [busy, calm] = [await marked(5), await marked(1)];
    expect(await dispatch()).toEqual({ delivered: 2, failures: [] });
    expect(woken).toEqual([busy, calm]);
    expect(await waiting()).toBe(0);
    expect(await dispatch()).toEqual({ delivered: 0, failures: [] });
  });

  it.each(['delivered', 'put off'])('are %s however many have piled up', async (what) => {
    const id = await store.newConversation();
    await store.rows(
      `INSERT INTO wakes (conversation_id, owner_id) SELECT $1, 'ada' FROM generate_series(1, 70000)`,
      [id],
    );
    const round = await dispatch(what === 'delivered' ? deliver() : refuse);
    expect(round.delivered).toBe(what === 'delivered' ? 1 : 0);
    expect(await waiting()).toBe(what === 'delivered' ? 0 : 70_000);
    expect(await store.count('wakes', 'tries = 0')).toBe(0);
    await store.rows('DELETE FROM wakes');
  });

  it('say whose conversation it is, and nothing of what was said', async () => {
    const id = await store.newConversation('bob');
    await post(id);
    const wakes: Wake[] = [];
    await dispatch((wake) => {
      wakes.push(wake);
      return Promise.resolve();
    });
    expect(wakes).toMatchObject([{ conversationId: id, ownerId: 'bob' }]);
    expect(JSON.stringify(wakes)).not.toContain('March');
  });

  it('that come while a conversation is being woken wake it again', async () => {
    const id = await marked(1);
    const gate = new Gate();
    const round = dispatch(deliver(gate));
    await eventually(() => expect(woken).toEqual([id]));
    await post(id);
    gate.open();
    expect(await round).toMatchObject({ delivered: 1 });
    expect(await waiting()).toBe(1);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(woken).toEqual([id, id]);
  });

  it('stay when the call fails, while those of other conversations go', async () => {
    const [lost, other] = [await marked(2), await marked(1)];
    const round = await dispatch((wake) =>
      wake.conversationId === lost ? refuse() : deliver()(wake),
    );
    expect(round).toEqual({ delivered: 1, failures: [new Error('Temporal is away')] });
    expect(woken).toEqual([other]);
    expect(await store.count('wakes', 'conversation_id = $1 AND tries = 1', [lost])).toBe(2);
  });

  it('are tried again later, and each time after a longer wait, up to half a minute', async () => {
    await marked(1);
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      await store.rows('UPDATE wakes SET due_at = now()');
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

  it('of a conversation that could not be woken do not hold up a new one', async () => {
    const id = await marked(1);
    await dispatch(refuse);
    await post(id);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(woken).toEqual([id]);
  });

  it('are each in the hands of one of two dispatchers', async () => {
    for (let number = 0; number < 8; number += 1) await marked(1);
    const gate = new Gate();
    const first = store.wakes.dispatch(3, deliver(gate));
    await eventually(() => expect(woken).toHaveLength(3));
    const second = await dispatch();
    gate.open();
    expect([(await first).delivered, second.delivered]).toEqual([3, 5]);
    expect(new Set(woken).size).toBe(8);
  });

  it('are not lost when a dispatcher dies in the middle', async () => {
    const id = await marked(2);
    const gate = new Gate();
    const dying = dispatch(deliver(gate)).catch((error: unknown) => error);
    await eventually(() => expect(woken).toHaveLength(1));
    await store.killConnections();
    gate.open();
    expect(isDatabaseAway(await dying)).toBe(true);
    expect(await waiting()).toBe(2);
    expect(await dispatch()).toMatchObject({ delivered: 1 });
    expect(woken).toEqual([id, id]);
  });
});
