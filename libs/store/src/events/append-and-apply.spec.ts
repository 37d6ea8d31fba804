import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../database/transaction.ts';
import { newId } from '../database/ids.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { Gate, TestStore } from '../store.fixture.ts';
import { appendAndApply } from './append-and-apply.ts';
import type { NewEvent } from './domain-events.ts';

/** An event whose effect can be counted. */
function clipReceived(conversationId: string, idempotencyKey: string): NewEvent {
  const ids = {
    exchangeId: newId('exchange'),
    turnId: newId('turn'),
    clipId: newId('clip'),
    taskId: newId('task'),
  };
  const file = { speaker: 'Ada', fileName: 'a.wav', sizeBytes: 1, sha256: 'a'.repeat(64) };
  const subject = { ownerId: 'ada', conversationId, taskId: null, idempotencyKey };
  return { type: 'clip_received', ...subject, data: { ...ids, ...file } };
}

describe('appending and applying events', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const append = (...events: readonly NewEvent[]) =>
    inTransaction(store.database.db, (tx) => appendAndApply(tx, events));

  const eventsOf = (id: string) => store.count('events', 'conversation_id = $1', [id]);

  async function clipCount(conversationId: string): Promise<number | undefined> {
    return (await store.repositories.conversations.find(conversationId))?.clipCount;
  }

  it('stores an event and its effect together, in the order of the events', async () => {
    const id = await store.newConversation();
    const stored = await append(clipReceived(id, `${id}:1`), clipReceived(id, `${id}:2`));
    expect(stored.map((event) => event.idempotencyKey)).toEqual([`${id}:1`, `${id}:2`]);
    expect(await clipCount(id)).toBe(2);
    const rows = await store.rows(
      'SELECT idempotency_key AS key FROM events WHERE conversation_id = $1 ORDER BY sequence',
      [id],
    );
    expect(rows.map((row) => row['key'])).toEqual([
      `conversation_created:${id}`,
      `${id}:1`,
      `${id}:2`,
    ]);
  });

  it('keeps no event whose effect fails', async () => {
    const nowhere = newId('conversation');
    await expect(append(clipReceived(nowhere, nowhere))).rejects.toThrow();
    expect(await eventsOf(nowhere)).toBe(0);
  });

  it('keeps no effect of an earlier event when a later one fails', async () => {
    const id = await store.newConversation();
    const nowhere = newId('conversation');
    const both = append(clipReceived(id, `${id}:1`), clipReceived(nowhere, `${id}:2`));
    await expect(both).rejects.toThrow();
    expect(await clipCount(id)).toBe(0);
    expect(await eventsOf(id)).toBe(1);
  });

  it('stores one event and one effect for a repeated key', async () => {
    const id = await store.newConversation();
    await append(clipReceived(id, `${id}:1`));
    expect(await append(clipReceived(id, `${id}:1`))).toEqual([]);
    expect(await clipCount(id)).toBe(1);
    expect(await eventsOf(id)).toBe(2);
  });

  it('stores one event and one effect for a key that occurs twice in a call', async () => {
    const id = await store.newConversation();
    const stored = await append(clipReceived(id, `${id}:1`), clipReceived(id, `${id}:1`));
    expect(stored).toHaveLength(1);
    expect(await clipCount(id)).toBe(1);
  });

  it('stores one event and one effect for a key that concurrent transactions use', async () => {
    const id = await store.newConversation();
    const racers = [1, 2, 3, 4, 5].map(() => append(clipReceived(id, `${id}:1`)));
    const stored = await Promise.all(racers);
    expect(stored.flat()).toHaveLength(1);
    expect(await clipCount(id)).toBe(1);
    expect(await eventsOf(id)).toBe(2);
  });

  it('lets the second of two concurrent transactions write when the first rolls back', async () => {
    const id = await store.newConversation();
    const gate = new Gate();
    const first = inTransaction(store.database.db, async (tx) => {
      await appendAndApply(tx, [clipReceived(id, `${id}:1`)]);
      await gate.opened;
      throw new Error('taken back');
    });
    const failed = expect(first).rejects.toThrow('taken back');
    const idle = "state = 'idle in transaction'";
    await eventually(async () => expect(await store.sessions(idle)).toBe(1));
    const second = append(clipReceived(id, `${id}:1`));
    await eventually(async () => expect(await store.blockedTransactions()).toBe(1));
    gate.open();
    await failed;
    expect(await second).toHaveLength(1);
    expect(await clipCount(id)).toBe(1);
  });
});
