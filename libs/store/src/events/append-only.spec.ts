import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestStore } from '../store.fixture.ts';

const REFUSED = /change log is append-only/;

describe('the change log in the database', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
    await store.newConversation();
  });
  afterAll(() => store.close());

  it.each([
    `UPDATE events SET owner_id = 'eve'`,
    'DELETE FROM events',
    'DELETE FROM events WHERE false',
    'TRUNCATE events',
    'TRUNCATE events CASCADE',
    `INSERT INTO events (type, owner_id, data, idempotency_key, created_at)
     SELECT type, 'eve', data, idempotency_key, now() FROM events
     ON CONFLICT (idempotency_key) DO UPDATE SET owner_id = 'eve'`,
    `SET afterword.erasure = 'off'; DELETE FROM events`,
    `SET afterword.erasure = 'on'; TRUNCATE events`,
  ])('refuses: %s', async (statement) => {
    const before = await store.rows('SELECT * FROM events ORDER BY sequence');
    await expect(store.rows(statement)).rejects.toThrow(REFUSED);
    expect(await store.rows('SELECT * FROM events ORDER BY sequence')).toEqual(before);
  });

  it('lets an erasure change and delete events, in its own transaction only', async () => {
    const id = await store.newConversation('eve');
    await store.rows(
      `BEGIN; SET LOCAL afterword.erasure = 'on';
       UPDATE events SET data = '{}' WHERE conversation_id = '${id}';
       DELETE FROM events WHERE conversation_id = '${id}'; COMMIT`,
    );
    expect(await store.count('events', 'conversation_id = $1', [id])).toBe(0);
    await expect(store.rows('DELETE FROM events')).rejects.toThrow(REFUSED);
  });
});
