import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anExchange, newOwner, TestStore } from '../store.fixture.ts';

describe('memories of passages', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A conversation with an exchange. */
  const aPassage = async () => {
    const ownerId = newOwner();
    const conversationId = await store.newConversation(ownerId);
    const exchange = await store.repositories.exchanges.add(anExchange(conversationId), null);
    const [segment] = await store.rows('SELECT id FROM segments WHERE conversation_id = $1', [
      conversationId,
    ]);
    return { ownerId, conversationId, exchange, segmentId: String(segment?.['id']) };
  };
  const remember = (
    { conversationId, segmentId }: { conversationId: string; segmentId: string },
    key: string | null = null,
    narrative = 'Ada prefers the blue one.',
  ) => {
    const request = key === null ? null : { scope: 'passages', key, requestHash: narrative };
    return store.repositories.passageMemories.write(
      { conversationId, segmentId, narrative },
      request,
    );
  };

  it('belong to the exchange of the passage, and wait for their conversation to score them', async () => {
    const passage = await aPassage();
    await store.rows('DELETE FROM work_signals');
    const id = await remember(passage);
    const { ownerId, conversationId, exchange } = passage;
    expect(await store.repositories.memories.require(id)).toMatchObject({
      ...{ conversationId, exchangeId: exchange.id, ownerId },
      ...{ narrative: 'Ada prefers the blue one.', significanceTaskId: null, pinned: false },
    });
    const signals = await store.rows('SELECT entity_kind, entity_id FROM work_signals');
    expect(signals).toEqual([{ entity_kind: 'conversation', entity_id: conversationId }]);
    const events = await store.rows(
      `SELECT conversation_id, data FROM events WHERE idempotency_key = $1`,
      [`memory_written:${id}`],
    );
    const data = { memoryId: id, exchangeId: exchange.id };
    expect(events).toEqual([{ conversation_id: conversationId, data }]);
    // The task of its conversation scores it, with the memory that the exchange has already.
    expect(await store.taken(conversationId, 'significance')).toMatchObject({ total: 2 });
  });

  it('are written once for one request, also when it arrives concurrently', async () => {
    const passage = await aPassage();
    const ids = await Promise.all(['a', 'a', 'a', 'b'].map((key) => remember(passage, key)));
    expect(new Set(ids).size).toBe(2);
    const other = remember(passage, 'a', 'Something else.');
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('are of a passage that is there', async () => {
    const passage = await aPassage();
    const elsewhere = { ...passage, conversationId: (await aPassage()).conversationId };
    const unknown = { ...passage, conversationId: 'cnv_unknown' };
    for (const wrong of [elsewhere, unknown]) {
      await expect(remember(wrong)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
