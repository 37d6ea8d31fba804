import { aSegment, transcribe } from './heard.fixture.ts';
import { newId } from './database/ids.ts';
import { anExchange, type TestStore } from './store.fixture.ts';

/**
 * Tables that may name what is gone: the log, the bin itself, keys of earlier requests, and finished
 * engine work, whose keys are hashes in the product and ids in specs.
 */
const MAY_NAME_IT = [
  ...['events', 'bin_items', 'bin_rows', 'idempotency_keys'],
  ...['chunk_results', 'voice_results', 'speaker_results', 'engine_answer_uses', 'report_sources'],
];

/** Names of all tables, from the catalogue of the database, so that new ones are included. */
export async function tablesOf(store: TestStore): Promise<readonly string[]> {
  const rows = await store.rows(`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`);
  return rows.map(({ name }) => String(name));
}

/** All rows, as JSON, in which any column of any table contains one of the ids, by table. */
export async function rowsNaming(
  store: TestStore,
  ids: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const table of await tablesOf(store)) {
    if (MAY_NAME_IT.includes(table)) continue;
    const rows = await store.rows(
      `SELECT to_jsonb(t)::text AS row FROM ${table} t
       WHERE EXISTS (SELECT FROM unnest($1::text[]) AS id WHERE strpos(t::text, id) > 0)
       ORDER BY t::text`,
      [ids],
    );
    if (rows.length > 0) found[table] = rows.map(({ row }) => String(row));
  }
  return found;
}

/** Ids of everything that events say of a conversation. */
export async function idsOf(store: TestStore, conversationId: string): Promise<readonly string[]> {
  const rows = await store.rows(
    `SELECT DISTINCT found[1] AS id
     FROM events, regexp_matches(to_jsonb(events)::text, '"((?:cnv|exc|trn|clp|tsk|sum|mem)_[0-9a-z]{26})"', 'g') AS found
     WHERE conversation_id = $1`,
    [conversationId],
  );
  return rows.map(({ id }) => String(id));
}

/** A conversation with rows in every table, and no open work. */
export async function aFullConversation(store: TestStore, ownerId: string): Promise<string> {
  const { repositories } = store;
  const id = await store.newConversation(ownerId);
  const task = await store.newTask(id);
  await transcribe(store, task, ['We launch in March.'], ['Ada: We launch in March.']);
  await repositories.exchanges.add(anExchange(id), null);
  const [segment] = await store.rows(
    'SELECT id, turn_id FROM segments WHERE conversation_id = $1 ORDER BY id DESC LIMIT 1',
    [id],
  );
  await repositories.segments.edit(id, String(segment?.['id']), 'We launch in May.');
  await repositories.tasks.retry(task.id, { engine: 'other' });
  const again = await store.task(task.id);
  await transcribe(store, again, [aSegment('Again.').text]);
  const { id: summaryTask } = await store.taken(id, 'summary');
  await store.rows(
    `INSERT INTO summaries (id, conversation_id, revision, content, turn_count, engine, task_id, created_at)
     VALUES ($1, $2, 1, '{}', 1, 'instant', $3, now())`,
    [newId('summary'), id, summaryTask],
  );
  await decideAboutSpeakers(store, { id, ownerId, clipId: task.clipId ?? '' });
  await store.repositories.summaryEdits.edit(id, { overview: 'A launch, and a party.' });
  await store.rows(
    `INSERT INTO action_item_marks (conversation_id, action_item_id, turn_id, mark, item, marked_at)
     VALUES ($1, 'act_1', $2, 'done', '{"text":"Launch.","who":null,"when":null}', now())`,
    [id, segment?.['turn_id']],
  );
  await store.rows(
    `INSERT INTO replacement_passages
       (replacement_id, segment_id, conversation_id, turn_id, before, after, outcome)
     VALUES ('rpl_1', $1, $2, $3, 'We launch', 'We launch!', 'pending')`,
    [segment?.['id'], id, segment?.['turn_id']],
  );
  await store.rows(
    `INSERT INTO correction_changes (segment_id, position, task_id, engine, rule, before, after)
     VALUES ($1, 0, $2, 'instant', 'spacing', 'We  launch', 'We launch')`,
    [segment?.['id'], summaryTask],
  );
  const [memory] = (await repositories.memories.list({ conversationId: id, limit: 1 })).items;
  await repositories.memoryEdits.edit(memory?.id ?? '', 'Ada launches in May.');
  await repositories.tasks.cancelAll({ conversationId: id });
  await store.deliverAll();
  return id;
}

/** Rows of what people decide about speakers. */
async function decideAboutSpeakers(
  store: TestStore,
  {
    id,
    ownerId,
    clipId,
  }: { readonly id: string; readonly ownerId: string; readonly clipId: string },
): Promise<void> {
  await store.rows(
    `INSERT INTO speaker_changes (id, conversation_id, from_name, to_name, bases, created_at)
     VALUES ('spk_' || $1, $1, 'Ada', 'Eva', '["Ada"]', now())`,
    [id],
  );
  await store.rows(
    `INSERT INTO renamed_conversations (rename_id, conversation_id, outcome, change_id)
     VALUES ('srn_1', $1, 'renamed', 'spk_' || $1)`,
    [id],
  );
  await store.rows(
    `INSERT INTO voice_profiles
       (id, owner_id, conversation_id, clip_id, voice_label, name, engine, embedding, window_count, created_at)
     VALUES ('vpr_' || $1, $3, $1, $2, 'Speaker 1', 'Eva', 'voices:1', '', 4, now())`,
    [id, clipId, ownerId],
  );
  await store.rows(
    `INSERT INTO rejected_names (conversation_id, voice_label, name, created_at)
     VALUES ($1, 'Speaker 2', 'Tom', now())`,
    [id],
  );
}
