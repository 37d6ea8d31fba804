import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestStore } from '../store.fixture.ts';
import { EventLogRepository } from './event-log.repository.ts';

describe('the event log', () => {
  let store: TestStore;
  let log: EventLogRepository;
  beforeAll(async () => {
    store = await TestStore.open();
    log = new EventLogRepository(store.database.db);
  });
  afterAll(() => store.close());

  it('has no sequence at first', async () => {
    expect(await log.lastSequence()).toBe(0);
    expect(await log.read({ after: 0, upTo: 1000, limit: 10 })).toEqual([]);
  });

  it('is read in ranges, oldest first, by owner and conversation', async () => {
    const ada = [await store.newConversation('ada'), await store.newConversation('ada')];
    const grace = await store.newConversation('grace');
    const last = await log.lastSequence();
    const conversations = async (range: object, filter = {}) =>
      (await log.read({ after: 0, upTo: last, limit: 10, ...range }, filter)).map(
        ({ conversationId }) => conversationId,
      );
    expect(await conversations({})).toEqual([...ada, grace]);
    expect(await conversations({ limit: 1 })).toEqual([ada[0]]);
    expect(await conversations({ after: 1 })).toEqual([ada[1], grace]);
    expect(await conversations({ upTo: 2 })).toEqual(ada);
    expect(await conversations({}, { ownerId: 'grace' })).toEqual([grace]);
    expect(await conversations({}, { conversationId: ada[1] })).toEqual([ada[1]]);
    expect(await conversations({}, { conversationId: ada[1], ownerId: 'grace' })).toEqual([]);
    const [first] = await log.read({ after: 0, upTo: 1, limit: 1 });
    expect(first).toMatchObject({ sequence: 1, type: 'conversation_created', ownerId: 'ada' });
    expect(first).not.toHaveProperty('idempotencyKey');
  });
});
