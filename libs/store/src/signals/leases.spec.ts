import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { Gate, TestStore } from '../store.fixture.ts';
import { DispatchedMessages, DispatchedSignals, type Dispatched } from './dispatched.fixture.ts';
import { DELIVERY_LEASE_MS } from './leases.ts';

describe.each(['messages', 'work signals'])('the delivery of %s', (kind) => {
  let store: TestStore;
  let rows: Dispatched;
  beforeAll(async () => {
    store = await TestStore.open();
    rows = kind === 'messages' ? new DispatchedMessages(store) : new DispatchedSignals(store);
  });
  beforeEach(() => rows.reset());
  afterAll(() => store.close());

  const add = async (count: number) => {
    for (let number = 0; number < count; number += 1) await rows.add();
  };
  const deliveriesAre = (count: number) =>
    eventually(() => expect(rows.delivered).toHaveLength(count));
  const openTransactions = () =>
    store.count(
      'pg_stat_activity',
      `datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
       AND backend_type = 'client backend'`,
    );

  it('holds no transaction and no lock while Temporal is called', async () => {
    await add(2);
    const gate = new Gate();
    const round = rows.dispatch(100, rows.recorded(gate));
    await deliveriesAre(2);
    expect(await openTransactions()).toBe(0);
    await rows.makeDue();
    gate.open();
    expect(await round).toEqual({ delivered: 2, failures: [] });
    expect(await rows.waiting()).toBe(0);
  });

  it('reserves a row until its lease ends', async () => {
    await add(1);
    const gate = new Gate();
    const round = rows.dispatch(100, rows.recorded(gate));
    await deliveriesAre(1);
    const waitMs = await rows.waitMs();
    expect(waitMs).toBeGreaterThan(DELIVERY_LEASE_MS / 2);
    expect(waitMs).toBeLessThanOrEqual(DELIVERY_LEASE_MS);
    gate.open();
    await round;
  });

  it('leaves every later transaction of the connection as durable as before', async () => {
    await add(1);
    await rows.dispatch(100, rows.recorded());
    const shown = await Promise.all(
      Array.from({ length: 8 }, () => store.rows('SHOW synchronous_commit')),
    );
    expect(new Set(shown.flat().map((row) => row['synchronous_commit']))).toEqual(new Set(['on']));
  });

  it('gives each row to only one of two concurrent dispatchers', async () => {
    await add(10);
    const gate = new Gate();
    const first = rows.dispatch(4, rows.recorded(gate));
    await deliveriesAre(4);
    const second = await rows.dispatch();
    gate.open();
    expect([(await first).delivered, second.delivered]).toEqual([4, 6]);
    expect(new Set(rows.delivered).size).toBe(10);
    expect(await rows.waiting()).toBe(0);
  });

  it('happens once for each row, also with many concurrent dispatchers', async () => {
    await add(20);
    const rounds = [1, 2, 3, 4].map(async () => {
      while ((await rows.waiting()) > 0) await rows.dispatch(3);
    });
    await Promise.all(rounds);
    expect(rows.delivered).toHaveLength(20);
    expect(new Set(rows.delivered).size).toBe(20);
  });

  it('happens again, by another process, when one dies during it', async () => {
    const key = await rows.add();
    const gate = new Gate();
    const dying = rows.dispatch(100, rows.recorded(gate));
    await deliveriesAre(1);
    expect(await rows.dispatch()).toEqual({ delivered: 0, failures: [] });
    await rows.makeDue();
    expect(await rows.dispatch()).toMatchObject({ delivered: 1 });
    expect(rows.delivered).toEqual([key, key]);
    expect(await rows.waiting()).toBe(0);
    gate.open();
    await dying;
  });

  it.each(['delivered', 'failed'])(
    'that has %s too late leaves the row to the process that claimed it since',
    async (end) => {
      await add(1);
      const [lateGate, gate] = [new Gate(), new Gate()];
      const isDelivered = end === 'delivered';
      const slow = isDelivered ? rows.recorded(lateGate) : rows.refused(lateGate);
      const late = rows.dispatch(100, slow);
      await deliveriesAre(1);
      await rows.makeDue();
      const current = rows.dispatch(100, rows.refused(gate));
      await deliveriesAre(2);
      const leaseMs = await rows.waitMs();
      lateGate.open();
      await late;
      expect(await rows.waiting()).toBe(1);
      expect(await rows.waitMs()).toBeGreaterThan(leaseMs - 1_000);
      gate.open();
      expect((await current).failures).toHaveLength(1);
      expect(await rows.waiting('tries = 2')).toBe(1);
    },
  );

  it('of a row that fails does not affect the others', async () => {
    const [lost, other] = [await rows.add(), await rows.add()];
    const round = await rows.dispatch(100, (key) =>
      key === lost ? Promise.reject(new Error('Temporal is away')) : rows.recorded()(key),
    );
    expect(round).toEqual({ delivered: 1, failures: [new Error('Temporal is away')] });
    expect(rows.delivered).toEqual([other]);
    expect(await rows.waiting('tries = 1')).toBe(1);
  });

  it('of a row that hangs does not keep the others from being settled', async () => {
    const stuck = await rows.add();
    await add(3);
    const gate = new Gate();
    const round = rows.dispatch(100, (key) => rows.recorded(key === stuck ? gate : undefined)(key));
    await eventually(async () => expect(await rows.waiting()).toBe(1));
    gate.open();
    expect(await round).toEqual({ delivered: 4, failures: [] });
    expect(await rows.waiting()).toBe(0);
  });

  it('counts as failed when it throws synchronously', async () => {
    await add(1);
    const round = await rows.dispatch(100, () => {
      throw new Error('no client');
    });
    expect(round.failures).toHaveLength(1);
    expect(await rows.waitMs()).toBeGreaterThan(0);
  });

  it('is retried with exponential back-off, up to half a minute', async () => {
    await add(1);
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries += 1) {
      await rows.makeDue();
      await rows.dispatch(100, rows.refused());
      waits.push(await rows.waitMs());
      expect(await rows.dispatch()).toEqual({ delivered: 0, failures: [] });
    }
    for (const [index, wait] of waits.slice(1, 7).entries()) {
      expect(wait).toBeGreaterThan(waits[index]! * 1.5);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
    expect(waits.at(-1)).toBeGreaterThan(25_000);
  });

  it('is retried once the wait is over', async () => {
    const key = await rows.add();
    await rows.dispatch(100, rows.refused());
    await eventually(async () => expect(await rows.dispatch()).toMatchObject({ delivered: 1 }));
    expect(rows.delivered).toEqual([key, key]);
  });
});
