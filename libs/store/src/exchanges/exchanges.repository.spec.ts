import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { newId } from '../database/ids.ts';
import { anExchange, TestStore } from '../store.fixture.ts';

const TABLES = ['events', 'exchanges', 'turns', 'segments', 'memories', 'work_signals'];

describe('accepting exchanges', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const counts = async () =>
    Promise.all([...TABLES, 'idempotency_keys'].map((table) => store.count(table)));
  const request = (key: string, requestHash = 'h1') => ({ scope: 'exchanges', key, requestHash });

  async function textsOf(conversationId: string): Promise<readonly string[]> {
    const transcript = await store.repositories.transcripts.find(conversationId);
    return (transcript?.turns ?? []).flatMap((turn) => turn.segments.map(({ raw }) => raw));
  }

  it('stores the text, its events, a memory and the work signal of the conversation', async () => {
    const id = await store.newConversation();
    const exchange = anExchange(id, 'Shall we launch in March?', 'Yes.');
    const record = await store.repositories.exchanges.add(exchange, null);
    expect(record).toMatchObject({ conversationId: id, revision: 1 });
    expect(await textsOf(id)).toEqual(['Shall we launch in March?', 'Yes.']);
    const found = await store.repositories.conversations.find(id);
    expect(found).toMatchObject({ revision: 1, exchangeCount: 1, clipCount: 0 });
    const events = await store.rows(
      'SELECT type FROM events WHERE conversation_id = $1 ORDER BY sequence',
      [id],
    );
    expect(events.map((row) => row['type'])).toEqual([
      'conversation_created',
      'exchange_added',
      'memory_written',
    ]);
    const [memory] = (await store.repositories.memories.list({ conversationId: id, limit: 9 }))
      .items;
    expect(memory).toMatchObject({
      id: record.memoryIds[0],
      ownerId: 'ada',
      exchangeId: record.id,
      narrative: 'Ada: Shall we launch in March? Yes.',
      significance: null,
    });
    expect(await store.count('work_signals', 'entity_id = $1', [id])).toBe(1);
  });

  it('takes six round trips for all exchanges that arrive together', async () => {
    const ids = [await store.newConversation(), await store.newConversation()];
    const query = jest.spyOn(pg.Client.prototype, 'query');
    const added = Array.from({ length: 30 }, (_, number) =>
      store.repositories.exchanges.add(anExchange(ids[number % 2]!), null),
    );
    await Promise.all(added);
    const roundTrips = query.mock.calls.length;
    query.mockRestore();
    expect(roundTrips).toBe(6);
    expect(await textsOf(ids[1]!)).toHaveLength(15);
  });

  it('puts no text into events', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(
      anExchange(id, 'The password is swordfish, tell nobody.'),
      null,
    );
    expect(await store.count('events', `data::text LIKE '%swordfish%'`)).toBe(0);
  });

  it('writes no memory of an exchange that says too little', async () => {
    const id = await store.newConversation();
    const { memoryIds } = await store.repositories.exchanges.add(
      anExchange(id, 'Good, thanks.'),
      null,
    );
    expect(memoryIds).toEqual([]);
    expect(await store.count('memories', 'conversation_id = $1', [id])).toBe(0);
    expect(await textsOf(id)).toEqual(['Good, thanks.']);
  });

  it.each(TABLES)('stores nothing when %s cannot be written', async (table) => {
    const id = await store.newConversation();
    const before = await counts();
    await store.rows(`ALTER TABLE ${table} ADD CONSTRAINT refuse CHECK (false) NOT VALID`);
    await expect(
      store.repositories.exchanges.add(anExchange(id), request(table)),
    ).rejects.toThrow();
    await store.rows(`ALTER TABLE ${table} DROP CONSTRAINT refuse`);
    expect(await counts()).toEqual(before);
    expect(await store.repositories.conversations.find(id)).toMatchObject({
      revision: 0,
      exchangeCount: 0,
    });
  });

  it('gives concurrent exchanges distinct revisions, in the order of the turns', async () => {
    const id = await store.newConversation();
    const posted = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        store.repositories.exchanges.add(
          anExchange(id, `${number} first`, `${number} second`),
          null,
        ),
      ),
    );
    const revisions = posted.map(({ revision }) => revision).sort((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const inOrder = [...posted].sort((a, b) => a.revision - b.revision);
    const expected = inOrder.flatMap((record) => {
      const number = posted.indexOf(record);
      return [`${number} first`, `${number} second`];
    });
    expect(await textsOf(id)).toEqual(expected);
    expect(await store.repositories.conversations.find(id)).toMatchObject({
      revision: 50,
      exchangeCount: 50,
    });
    const events = await store.rows(
      `SELECT data->'revision' AS revision FROM events
       WHERE conversation_id = $1 AND type = 'exchange_added' ORDER BY sequence`,
      [id],
    );
    expect(events.map((row) => row['revision'])).toEqual(revisions);
  });

  it('gives distinct revisions when several gateways post to the same conversations', async () => {
    const [one, other] = [await store.newConversation(), await store.newConversation()];
    const gateways = [1, 2, 3].map(() => store.another());
    const posted = await Promise.all(
      gateways.flatMap(({ repositories: { exchanges } }) =>
        Array.from({ length: 20 }, (_, index) =>
          exchanges.add(anExchange(index % 2 === 0 ? one : other), null),
        ),
      ),
    );
    await Promise.all(gateways.map((gateway) => gateway.close()));
    for (const id of [one, other]) {
      const mine = posted.filter(({ conversationId }) => conversationId === id);
      expect(new Set(mine.map(({ revision }) => revision)).size).toBe(30);
      expect(await store.repositories.conversations.find(id)).toMatchObject({
        revision: 30,
        exchangeCount: 30,
      });
    }
  });

  it('accepts the same request once, also when it arrives concurrently', async () => {
    const id = await store.newConversation();
    const add = () =>
      store.repositories.exchanges.add(anExchange(id, 'Once is quite enough.'), request('again'));
    const records = await Promise.all([add(), add(), add(), add()]);
    records.push(await add());
    for (const record of records) expect(record).toEqual(records[0]);
    expect(records[0].memoryIds).toHaveLength(1);
    expect(await textsOf(id)).toEqual(['Once is quite enough.']);
  });

  it('rejects an idempotency key that came with another request', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id), request('reused'));
    const other = store.repositories.exchanges.add(
      anExchange(id, 'Another one.'),
      request('reused', 'h2'),
    );
    await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    expect(await store.repositories.conversations.find(id)).toMatchObject({ revision: 1 });
  });

  it('rejects an exchange for an unknown conversation, and releases its key', async () => {
    const before = await counts();
    const lost = store.repositories.exchanges.add(
      anExchange(newId('conversation')),
      request('lost'),
    );
    await expect(lost).rejects.toMatchObject({ code: 'not_found' });
    expect(await counts()).toEqual(before);
    const id = await store.newConversation();
    expect(
      await store.repositories.exchanges.add(anExchange(id), request('lost', 'h2')),
    ).toMatchObject({
      revision: 1,
    });
  });

  it('answers each request of a batch separately', async () => {
    const [id, other] = [await store.newConversation(), await store.newConversation('bob')];
    await store.repositories.exchanges.add(anExchange(id), request('taken'));
    const outcomes = await Promise.allSettled([
      store.repositories.exchanges.add(anExchange(id, 'one'), null),
      store.repositories.exchanges.add(anExchange(newId('conversation')), null),
      store.repositories.exchanges.add(anExchange(id), request('taken', 'h2')),
      store.repositories.exchanges.add(anExchange(other, 'two'), null),
      store.repositories.exchanges.add(anExchange(id), request('taken')),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { conversationId: id } },
      { reason: { code: 'not_found' } },
      { reason: { code: 'idempotency_key_reused' } },
      { status: 'fulfilled', value: { conversationId: other, revision: 1 } },
      { status: 'fulfilled', value: { conversationId: id } },
    ]);
    expect(await textsOf(other)).toEqual(['two']);
    const owners = await store.rows(
      `SELECT owner_id FROM events WHERE conversation_id = $1 AND type = 'exchange_added'`,
      [other],
    );
    expect(owners).toEqual([{ owner_id: 'bob' }]);
  });

  it('keeps clips and typed turns in one order', async () => {
    const id = await store.newConversation();
    await store.repositories.exchanges.add(anExchange(id, 'before'), null);
    await store.newTask(id);
    await store.repositories.exchanges.add(anExchange(id, 'after'), null);
    const transcript = await store.repositories.transcripts.find(id);
    const kinds = transcript?.turns.map(({ clip, segments }) =>
      clip === null ? segments[0]?.raw : clip.fileName,
    );
    expect(kinds).toEqual(['before', 'meeting.wav', 'after']);
    expect(transcript?.conversation).toMatchObject({ revision: 2, exchangeCount: 3, clipCount: 1 });
  });
});
