import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { runOf, TestStore } from '../store.fixture.ts';
import { migrateDatabase } from './migrate.ts';

const MIGRATIONS = 'libs/store/migrations';

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** Ids in {@link FIRST_RELEASE_DATA}. */
const CONVERSATION = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3a';
const CLIP = 'clp_01jd3k4m5n6p7q8r9s0t1v2w3c';
const TASK = 'tsk_01jd3k4m5n6p7q8r9s0t1v2w3t';

/** A conversation of two clips, one transcribed and one failed, as stored by the first release. */
const FIRST_RELEASE_DATA = `
  INSERT INTO conversations (id, owner_id, title, tags, revision, clip_count, created_at, updated_at)
  VALUES ('${CONVERSATION}', 'ada', 'Launch planning', '["launch"]', 1, 2, now(), now()),
         ('cnv_empty', 'ada', 'Nothing yet', '[]', 0, 0, now(), now());
  INSERT INTO exchanges (id, conversation_id, created_at)
  VALUES ('exc_1', '${CONVERSATION}', now()), ('exc_2', '${CONVERSATION}', now());
  INSERT INTO turns (id, exchange_id, conversation_id, speaker, created_at)
  VALUES ('trn_1', 'exc_1', '${CONVERSATION}', 'Ada', now()),
         ('trn_2', 'exc_2', '${CONVERSATION}', 'Ben', now());
  INSERT INTO clips (id, turn_id, conversation_id, file_name, size_bytes, sha256, duration_ms, created_at)
  VALUES ('${CLIP}', 'trn_1', '${CONVERSATION}', 'one.wav', 10, 'aa', 4000, now()),
         ('clp_2', 'trn_2', '${CONVERSATION}', 'two.wav', 20, 'bb', NULL, now());
  INSERT INTO tasks (id, type, state, owner_id, conversation_id, clip_id, stage, done_ms, total_ms,
                     warnings, workflow_id, created_at, ended_at)
  VALUES ('${TASK}', 'transcription', 'completed', 'ada', '${CONVERSATION}', '${CLIP}', 'stitch',
          4000, 4000, '[]', 'transcription:${CLIP}', now(), now()),
         ('tsk_2', 'transcription', 'failed', 'ada', '${CONVERSATION}', 'clp_2', 'decode',
          1000, 3000, '[]', 'transcription:clp_2', now(), now());
  INSERT INTO segments (id, conversation_id, turn_id, clip_id, position, start_ms, end_ms, raw, confidence)
  VALUES ('seg_1', '${CONVERSATION}', 'trn_1', '${CLIP}', 0, 0, 4000, 'We launch in March.', 0.9);
  INSERT INTO events (type, owner_id, conversation_id, data, idempotency_key, created_at)
  VALUES ('conversation_created', 'ada', '${CONVERSATION}', '{}', 'conversation_created:1', now());
  INSERT INTO chunk_results (key, engine, language, segments, warnings)
  VALUES ('done-once', 'instant', 'en', '[]', '[]');
  INSERT INTO task_chunks (task_id, chunk_index, start_ms, end_ms, overlaps_previous, result_key, version)
  VALUES ('${TASK}', 0, 0, 4000, false, 'done-once', 1);
  INSERT INTO outbox (kind, task_id, attempt) VALUES ('cancel', 'tsk_2', 1);`;

describe('a database of the first release', () => {
  let store: TestStore;
  let folder: string;
  beforeAll(async () => {
    store = await TestStore.open();
    folder = await temporaryFolder('migrations');
    await firstMigrationAlone(folder);
    await store.rows(
      'DROP SCHEMA public CASCADE; DROP SCHEMA drizzle CASCADE; CREATE SCHEMA public',
    );
    await migrateDatabase(store.url, folder);
    await store.rows(FIRST_RELEASE_DATA);
    await migrateDatabase(store.url);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows its conversations unchanged, with their number of exchanges', async () => {
    expect(await store.repositories.conversations.find(CONVERSATION)).toMatchObject({
      title: 'Launch planning',
      tags: ['launch'],
      revision: 1,
      clipCount: 2,
      exchangeCount: 2,
      glossary: [],
      summaryRevision: null,
    });
    expect(await store.repositories.conversations.find('cnv_empty')).toMatchObject({
      exchangeCount: 0,
    });
  });

  it('shows its transcripts, and each clip with its task', async () => {
    expect((await store.repositories.transcripts.find(CONVERSATION))?.turns).toMatchObject([
      {
        speaker: 'Ada',
        clip: { id: CLIP, taskId: TASK, durationMs: 4000 },
        taskState: 'completed',
        segments: [{ raw: 'We launch in March.', corrected: null, edited: null }],
      },
      { speaker: 'Ben', clip: { taskId: 'tsk_2' }, taskState: 'failed', segments: [] },
    ]);
  });

  it('shows the progress of its tasks', async () => {
    expect(await store.task(TASK)).toMatchObject({
      done: 4000,
      total: 4000,
      skipsQuietWait: false,
    });
    expect(await store.task('tsk_2')).toMatchObject({ state: 'failed', done: 1000, total: 3000 });
  });

  it('keeps its events, its finished engine work and its outbox', async () => {
    expect(await store.count('events')).toBe(1);
    expect(await store.repositories.transcriptions.findResult('done-once')).toMatchObject({
      timesDecoded: 1,
    });
    expect(await store.repositories.transcriptions.chunksSince(TASK, 0)).toMatchObject([
      { finished: true },
    ]);
    expect(
      await store.repositories.outbox.dispatch(9, () => Promise.resolve('delivered')),
    ).toMatchObject({
      delivered: 1,
    });
  });

  it('accepts and continues work', async () => {
    const { id } = await store.newTask(CONVERSATION);
    const last = await store.rows('SELECT max(sequence)::int AS last FROM events');
    expect(last).toEqual([{ last: 3 }]);
    const { tasks } = await store.repositories.pendingWork.take({
      kind: 'conversation',
      id: CONVERSATION,
    });
    expect(tasks.map(({ type }) => type).sort()).toEqual([
      'correction',
      'summary',
      'transcription',
    ]);
    const correction = await store.taken(CONVERSATION, 'correction');
    expect(await store.repositories.corrections.start(runOf(correction), 'run-1')).toMatchObject({
      segments: [{ raw: 'We launch in March.' }],
    });
    expect(await store.task(id)).toMatchObject({ state: 'pending' });
    expect(await store.repositories.tasks.retry('tsk_2')).toMatchObject({
      state: 'pending',
      attempt: 2,
    });
  });
});

/** Writes a migrations folder as the first release had it. */
async function firstMigrationAlone(folder: string): Promise<void> {
  const file = await readFile(path.join(MIGRATIONS, 'meta/_journal.json'), 'utf8');
  const journal = JSON.parse(file) as Journal;
  const [first] = journal.entries;
  await mkdir(path.join(folder, 'meta'));
  const cut = JSON.stringify({ ...journal, entries: [first] });
  await writeFile(path.join(folder, 'meta/_journal.json'), cut);
  const script = `${first?.tag}.sql`;
  await copyFile(path.join(MIGRATIONS, script), path.join(folder, script));
}
