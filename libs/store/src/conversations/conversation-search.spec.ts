import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { newOwner, TestStore } from '../store.fixture.ts';

/** Pieces of several scripts, with what means something in patterns. */
const PIECES = [
  ...['launch', 'Größe', 'été', 'встреча', '会议室', '三楼', '😀', '100%', 'a_b', 'C:\\dir', 'x'],
  ...['in ', ' the', 'March', 'ing', '-', "'s", '。', 'ひらがな', 'कल', 'DE'],
];
const TALKS = 60;
const WORDS = 150;

describe('searching by words', () => {
  let store: TestStore;
  const ownerId = newOwner();
  const texts = new Map<string, string>();
  const random = seededRandom(7);
  const some = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('there is none');
    return item;
  };
  const phrase = () => Array.from({ length: 6 }, () => some(PIECES)).join('');
  beforeAll(async () => {
    store = await TestStore.open();
    for (let count = 0; count < TALKS; count += 1) {
      const given = { ownerId, title: '§', tags: [] };
      const { id } = await store.repositories.conversations.create(given, null);
      const text = phrase();
      const turns = [{ speaker: 'Ada', text }];
      const exchange = { conversationId: id, turns, narratives: [text] };
      await store.repositories.exchanges.add(exchange, null);
      texts.set(id, text);
    }
  });
  afterAll(() => store.close());

  const search = async (words: string) => {
    const { items } = await store.repositories.conversations.list({
      ...{ ownerId, search: words, limit: 100 },
    });
    return items.map(({ id }) => id).sort();
  };
  const remembered = async (words: string) => {
    const query = { ownerId, search: words, limit: 100 };
    const { items } = await store.repositories.memories.list(query);
    return items.map(({ conversationId }) => conversationId ?? '').sort();
  };
  /** What the words of a text are found in, by looking at every text. */
  const having = (words: string) =>
    [...texts]
      .filter(([, text]) =>
        words
          .toLowerCase()
          .split(/\s+/u)
          .every((word) => text.toLowerCase().includes(word)),
      )
      .map(([id]) => id)
      .sort();
  /** A part of a text that was said, or of one that was not. */
  const wanted = () => {
    const text = random() < 0.7 ? some([...texts.values()]) : phrase();
    const letters = Array.from(text);
    const start = Math.floor(random() * letters.length);
    return letters
      .slice(start, start + 1 + Math.floor(random() * 5))
      .join('')
      .trim();
  };

  it('finds what each word occurs in, in every script and case, also within words', async () => {
    let hits = 0;
    for (let count = 0; count < WORDS; count += 1) {
      const words = random() < 0.5 ? wanted() : wanted().toUpperCase();
      if (words === '') continue;
      const expected = having(words);
      expect([words, await search(words)]).toEqual([words, expected]);
      expect([words, await remembered(words)]).toEqual([words, expected]);
      hits += expected.length;
    }
    expect(hits).toBeGreaterThan(WORDS);
  });

  it.each(['会议室', '会议', 'größe', 'встреча', 'zebra'])(
    'looks for %s in the index, of segments and of memories',
    async (word) => {
      for (const [table, text] of [
        ['segments', 'coalesce(edited, corrected, raw)'],
        ['memories', 'narrative'],
      ] as const) {
        const condition = `search_bytes(${text}) LIKE '%' || search_bytes('${word}') || '%'`;
        // One connection: the setting is that of its session.
        const connection = await store.database.pool.connect();
        await connection.query('SET enable_seqscan = off');
        const { rows } = await connection.query<{ 'QUERY PLAN': string }>(
          `EXPLAIN SELECT id FROM ${table} WHERE ${condition}`,
        );
        await connection.query('RESET enable_seqscan');
        connection.release();
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toContain(`Bitmap Index Scan on ${table}_words`);
      }
    },
  );

  it('finds the same without the index', async () => {
    const words = ['会议', 'größe', 'x', '%', 'in the', 'zebra'];
    const found = await Promise.all(words.map(search));
    await store.rows('DROP INDEX segments_words');
    await store.rows('DROP INDEX memories_words');
    expect(await Promise.all(words.map(search))).toEqual(found);
    expect(found).toEqual(words.map(having));
  });

  it('finds words that more segments have than are looked up first', async () => {
    const given = { ownerId: newOwner(), title: 'Long', tags: [] };
    const { id } = await store.repositories.conversations.create(given, null);
    await store.repositories.exchanges.add(
      { conversationId: id, turns: [{ speaker: 'Ada', text: 'umbrella' }], narratives: [] },
      null,
    );
    await store.rows(
      `INSERT INTO segments (id, conversation_id, turn_id, position, start_ms, end_ms, raw, confidence, words)
       SELECT 'seg_' || n, conversation_id, turn_id, n, 0, 0, 'umbrella ' || n, 1, '[]'
       FROM segments, generate_series(1, 2500) AS n WHERE conversation_id = $1`,
      [id],
    );
    const { conversations } = store.repositories;
    const found = await conversations.list({ search: 'UMBRELLA', limit: 10 });
    expect(found.items.map((item) => item.id)).toEqual([id]);
  });
});
