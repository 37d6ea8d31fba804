import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkSignal } from '#contracts/workflows';
import { eventually } from '../../../../test/support/eventually.ts';
import { anExchange, Gate, TestStore } from '../store.fixture.ts';
import { DispatchedSignals } from './dispatched.fixture.ts';

describe('work signals', () => {
  let store: TestStore;
  let signals: DispatchedSignals;
  beforeAll(async () => {
    store = await TestStore.open();
    signals = new DispatchedSignals(store);
  });
  beforeEach(() => signals.reset());
  afterAll(() => store.close());

  const post = (id: string) => store.repositories.exchanges.add(anExchange(id), null);

  it('of one conversation become one call, and are deleted after it', async () => {
    const [busy, calm] = [await signals.add(), await signals.add()];
    for (let number = 0; number < 4; number += 1) await post(busy);
    expect(await signals.dispatch()).toEqual({ delivered: 2, failures: [] });
    expect(signals.delivered).toEqual([busy, calm]);
    expect(await signals.waiting()).toBe(0);
    expect(await signals.dispatch()).toEqual({ delivered: 0, failures: [] });
  });

  it.each(['delivered', 'postponed'])('are %s, however many have accumulated', async (what) => {
    const id = await store.newConversation();
    await store.rows(
      `INSERT INTO work_signals (entity_kind, entity_id, owner_id) SELECT 'conversation', $1, 'ada' FROM generate_series(1, 70000)`,
      [id],
    );
    const isDelivered = what === 'delivered';
    const deliver = isDelivered ? signals.recorded() : signals.refused();
    expect(await signals.dispatch(100, deliver)).toMatchObject({ delivered: isDelivered ? 1 : 0 });
    expect(signals.delivered).toEqual([id]);
    // One row is enough to signal the conversation later.
    expect(await signals.waiting()).toBe(isDelivered ? 0 : 1);
    expect(await signals.waiting('tries = 0')).toBe(0);
  });

  it('contain the conversation and its owner, but no text', async () => {
    const id = await store.newConversation('bob');
    await post(id);
    const sent: WorkSignal[] = [];
    await store.repositories.workSignals.dispatch(100, (signal) => {
      sent.push(signal);
      return Promise.resolve();
    });
    expect(sent).toEqual([{ kind: 'conversation', id, ownerId: 'bob' }]);
    expect(JSON.stringify(sent)).not.toContain('March');
  });

  it('that arrive while a conversation is being signalled cause another signal', async () => {
    const id = await signals.add();
    const gate = new Gate();
    const round = signals.dispatch(100, signals.recorded(gate));
    await eventually(() => expect(signals.delivered).toEqual([id]));
    await post(id);
    gate.open();
    expect(await round).toMatchObject({ delivered: 1 });
    expect(await signals.waiting()).toBe(1);
    expect(await signals.dispatch()).toMatchObject({ delivered: 1 });
    expect(signals.delivered).toEqual([id, id]);
  });

  it('that are postponed do not delay a new signal of the same conversation', async () => {
    const id = await signals.add();
    await signals.dispatch(100, signals.refused());
    await post(id);
    expect(await signals.dispatch()).toMatchObject({ delivered: 1 });
    expect(signals.delivered).toEqual([id, id]);
  });

  it('still count as signals of their conversation while it is being signalled', async () => {
    const id = await store.newConversation();
    await post(id);
    const forgotten = async () =>
      (await store.repositories.pendingWork.unsignalled('conversation', '', 1000)).filter(
        (signal) => signal.id === id,
      );
    const gate = new Gate();
    const round = signals.dispatch(100, signals.recorded(gate));
    await eventually(() => expect(signals.delivered).toEqual([id]));
    expect(await forgotten()).toEqual([]);
    gate.open();
    await round;
    expect(await forgotten()).toHaveLength(1);
  });
});
