import { NAME_RULES, PIN_RULES } from '#domain';
import {
  createRepositories,
  migrateDatabase,
  NO_LIMITS,
  openDatabase,
  type Repositories,
} from '#store';
import { startPostgres } from '../../test/support/servers.ts';
import { percentile, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';

const CONVERSATIONS = 2_000;
const SEGMENTS_OF_EACH = 50;
const ROUNDS = 15;
/** Words that few have or nobody, in several scripts, and one that most have. */
const WORDS = ['zebra', '0a1b2c', '会议室', '龘靐', 'größe', 'meeting'];

/** How long it takes to search what was said, with the index of words and without it. */
export async function searchBench(): Promise<BenchRow> {
  const server = await startPostgres();
  const database = openDatabase(server.address, 4, () => undefined);
  try {
    await migrateDatabase(server.address);
    const { conversations } = createRepositories(database.db, {
      ...{ limits: NO_LIMITS, pinRules: PIN_RULES, nameRules: NAME_RULES, scoring: true },
      ...{ sharedRuns: false, titles: false, agents: [] },
    });
    await database.pool.query(FILL_CONVERSATIONS, [CONVERSATIONS]);
    for (const fill of FILL_TURNS) await database.pool.query(fill);
    const withIndexMs = await timeOf(() => database.pool.query(FILL_SEGMENTS, [SEGMENTS_OF_EACH]));
    await database.pool.query('VACUUM ANALYZE segments');
    await database.pool.query('ANALYZE conversations');
    const indexed = await timesOf(conversations);
    const { rows } = await database.pool.query<{ size: string }>(SIZE);
    await database.pool.query('DROP INDEX segments_words');
    const raw = await timesOf(conversations);
    await database.pool.query('TRUNCATE segments CASCADE');
    const withoutIndexMs = await timeOf(() =>
      database.pool.query(FILL_SEGMENTS, [SEGMENTS_OF_EACH]),
    );
    const writing = `writing all of them took ${withIndexMs.toFixed(0)} ms with the index, ${withoutIndexMs.toFixed(0)} ms without`;
    return rowOf(indexed, raw, [writing, `segments and index: ${rows[0]?.size}`]);
  } finally {
    await database.close();
    await server.stop();
  }
}

/** The median of each word, in milliseconds. */
async function timesOf(conversations: Repositories['conversations']): Promise<readonly number[]> {
  const medians: number[] = [];
  for (const search of WORDS) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      times.push(await timeOf(() => conversations.list({ search, limit: 50 })));
    }
    medians.push(percentile(times, 0.5));
  }
  return medians;
}

function rowOf(
  indexed: readonly number[],
  raw: readonly number[],
  remarks: readonly string[],
): BenchRow {
  const ratios = indexed.map((ms, at) => ms / (raw[at] ?? Number.NaN));
  const ratio = percentile(ratios, 0.5);
  const each = WORDS.map(
    (word, at) => `${word}: ${indexed[at]?.toFixed(1)} ms, ${raw[at]?.toFixed(1)} ms without`,
  );
  return {
    name: `searching ${CONVERSATIONS * SEGMENTS_OF_EACH} segments by a word`,
    baseline: 'the same without the index of words',
    ...{ unit: 'ms', ours: percentile(indexed, 0.5), raw: percentile(raw, 0.5) },
    ...{ rounds: ROUNDS, ratio, aim: '≤ 0.2', met: ratio <= 0.2 },
    remarks: [...each, ...remarks],
  };
}

const FILL_CONVERSATIONS = `
  INSERT INTO conversations (id, owner_id, title, tags, created_at, updated_at)
  SELECT 'cnv_' || lpad(n::text, 8, '0'), 'ada', 'Talk ' || n, '[]', now(), now()
  FROM generate_series(1, $1::int) AS n`;

const FILL_TURNS = [
  `INSERT INTO exchanges (id, conversation_id, created_at)
   SELECT 'exc_' || id, id, now() FROM conversations`,
  `INSERT INTO turns (id, exchange_id, conversation_id, speaker, created_at)
   SELECT 'trn_' || id, 'exc_' || id, id, 'Ada', now() FROM conversations`,
];

const FILL_SEGMENTS = `
  INSERT INTO segments (id, conversation_id, turn_id, position, start_ms, end_ms, raw, confidence, words)
  SELECT 'seg_' || conversations.id || '_' || n, conversations.id, 'trn_' || conversations.id, n, 0, 0,
    CASE WHEN n % 5 = 0
      THEN '我们' || chr(19968 + abs(hashtext(conversations.id || n)) % 20000) || chr(19968 + abs(hashtext(n || conversations.id)) % 20000) || '在三楼'
      ELSE 'we talked about ' || md5(conversations.id || n) || ' on the way to the meeting of the day' END,
    1, '[]'
  FROM conversations, generate_series(1, $1::int) AS n`;

const SIZE = `
  SELECT pg_size_pretty(pg_table_size('segments')) || ', ' || pg_size_pretty(pg_relation_size('segments_words')) AS size`;
