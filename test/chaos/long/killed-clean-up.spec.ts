import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { makeLongAudio } from '../../support/long-audio.ts';
import { query } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';

/** Conversations without a recording; they are deleted first, and so removed first. */
const TYPED = 6;

let stack: Stack;
let api: ApiClient;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '2000' });
  api = new ApiClient(stack.baseUrl);
});

afterAll(() => stack.stop());

async function typed(title: string): Promise<string> {
  const { id } = await api.createConversation(title);
  await api.say(id, { speaker: 'Ada', text: `We decided to rent the hall for ${title}.` });
  await api.settled(id);
  return id;
}

async function recorded(title: string, file: string): Promise<string> {
  const { id } = await api.createConversation(title);
  const { task } = await api.upload(id, file);
  await api.until(task.id, 'completed', 180_000);
  return id;
}

async function remove(id: string): Promise<void> {
  const path = `/conversations/${id}?permanently=true`;
  expect((await api.fetch(path, { method: 'DELETE' })).status).toBe(204);
}

/** Those of some conversations that are removed with all their rows. */
async function removedOf(ids: readonly string[]): Promise<readonly string[]> {
  const rows = await query<{ conversation_id: string }>(
    stack.databaseUrl,
    `SELECT conversation_id FROM events
     WHERE type = 'conversation_purged' AND conversation_id = ANY($1)`,
    [ids],
  );
  return rows.map((row) => row.conversation_id);
}

/** Takes a lock, so that a clean-up waits for it. @returns lets it go */
async function lock(sql: string, values: readonly string[] = []): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  // The stack may end first, when a test fails.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN');
  await client.query(sql, [...values]);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

/** Deletes conversations for good; the clean-up removes those before one of them, and waits there. */
async function removeAsFarAs(id: string, all: readonly string[]): Promise<() => Promise<void>> {
  const begin = await lock('LOCK TABLE unused_blobs IN EXCLUSIVE MODE');
  for (const each of all) await remove(each);
  const release = await lock('SELECT id FROM bin_items WHERE id = $1 FOR UPDATE', [id]);
  await begin();
  return release;
}

/** Columns with ids of conversations, tasks and the like that still name one of some. */
async function rowsAbout(ids: readonly string[]): Promise<readonly string[]> {
  const columns = await query<{ table: string; column: string }>(
    stack.databaseUrl,
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'events'
       AND column_name IN ('conversation_id', 'source_id', 'item_id')`,
  );
  const found = await Promise.all(
    columns.map(({ table, column }) =>
      query<{ id: string }>(
        stack.databaseUrl,
        `SELECT ${column} AS id FROM ${table} WHERE ${column} = ANY($1)`,
        [ids],
      ).then((rows) => rows.map(({ id }) => `${table}.${column} ${id}`)),
    ),
  );
  return found.flat();
}

function bytesOf(file: string): string {
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return path.join(stack.dataFolder, 'blobs', 'sha256', sha256.slice(0, 2), sha256);
}

describe('kill -9 of the worker in the middle of a clean-up', () => {
  it('removes all that was deleted for good, and nothing that is kept', async () => {
    const shared = await makeLongAudio(path.join(stack.dataFolder, 'shared.wav'), 1, 21);
    const alone = await makeLongAudio(path.join(stack.dataFolder, 'alone.wav'), 1, 22);
    const kept = [await typed('a kept talk'), await recorded('A kept recording', shared.path)];
    const before = await Promise.all(kept.map((id) => api.transcript(id)));
    const deleted: string[] = [];
    for (let at = 0; at < TYPED; at++) deleted.push(await typed(`talk ${at}`));
    const withSharedBytes = await recorded('With shared bytes', shared.path);
    deleted.push(withSharedBytes, await recorded('With its own bytes', alone.path));

    const release = await removeAsFarAs(withSharedBytes, deleted);
    await eventually(async () => expect((await removedOf(deleted)).length).toBe(TYPED), 60_000);
    process.kill(pidOf('worker', stack), 'SIGKILL');
    await release();

    await eventually(async () => {
      expect((await removedOf(deleted)).length).toBe(deleted.length);
      const [latest] = (await api.tasks('?type=clean_up&limit=1')).items;
      expect(latest?.state).toBe('completed');
    }, 120_000);
    expect(await rowsAbout(deleted)).toEqual([]);
    expect([bytesOf(alone.path), bytesOf(shared.path)].map(existsSync)).toEqual([false, true]);
    expect(await Promise.all(kept.map((id) => api.transcript(id)))).toEqual(before);
  }, 300_000);
});
