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
    const { id, written } = await remember(passage);
    expect(written).toBe(true);
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
    const same = ['a', 'a', 'a'].map((key) => remember(passage, key));
    const answers = await Promise.all([...same, remember(passage, 'b', 'Something else.')]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
    expect(new Set(answers.map(({ written }) => written))).toEqual(new Set([true]));
    const other = remember(passage, 'a', 'Another thing.');
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('are written once for the same words of the same exchange, whoever asks and when', async () => {
    const passage = await aPassage();
    const both = await Promise.all([remember(passage), remember(passage, 'c')]);
    const [first] = both;
    expect(both.map(({ id }) => id)).toEqual([first.id, first.id]);
    expect(both.filter(({ written }) => written)).toHaveLength(1);
    const signalsBefore = await store.count('work_signals');
    const again = ['Ada prefers the blue one.', 'Ada  prefers\nthe blue one.'];
    for (const narrative of again) {
      expect(await remember(passage, null, narrative)).toEqual({ id: first.id, written: false });
    }
    expect(await store.count('work_signals')).toBe(signalsBefore);
    expect(await store.count('memories', 'exchange_id = $1', [passage.exchange.id])).toBe(2);
    // Other words, other exchanges and other owners have memories of their own.
    const others = [
      await remember(passage, null, 'ada prefers the blue one.'),
      await remember(await aPassage()),
    ];
    for (const other of others) expect(other.written).toBe(true);
  });

  it('find the memory that the exchange has of these words', async () => {
    const passage = await aPassage();
    const [automatic] = await store.rows(
      'SELECT id, narrative FROM memories WHERE exchange_id = $1',
      [passage.exchange.id],
    );
    expect(await remember(passage, null, String(automatic?.['narrative']))).toEqual({
      id: automatic?.['id'],
      written: false,
    });
  });

  it('are written again when the earlier one was deleted, or says something else now', async () => {
    const passage = await aPassage();
    const deleted = await remember(passage);
    await store.repositories.bin.delete({ kind: 'memory', id: deleted.id });
    const edited = await remember(passage);
    await store.repositories.memoryEdits.edit(edited.id, 'Ada prefers the red one.');
    const third = await remember(passage);
    expect([edited.written, third.written]).toEqual([true, true]);
    expect(new Set([deleted.id, edited.id, third.id]).size).toBe(3);
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
