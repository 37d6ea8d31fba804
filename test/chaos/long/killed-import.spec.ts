import { createHash, randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Export, Import } from '#contracts/api';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { query } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MEBIBYTE = 1024 * 1024;
const OWNER = 'origin';
/** Enough that each step takes a second. */
const RECORDINGS = 4;
const RECORDING_BYTES = 48 * MEBIBYTE;
const SEGMENTS = 40_000;

jest.setTimeout(5 * 60_000);

let stack: Stack;
let api: ApiClient;
let file: string;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '2000' });
  api = new ApiClient(stack.baseUrl);
  const { id } = await api.createConversation('Long', { ownerId: OWNER });
  const noise = path.join(await temporaryFolder('recordings'), 'noise.wav');
  for (let count = 0; count < RECORDINGS; count += 1) {
    await writeFile(noise, randomBytes(RECORDING_BYTES));
    await api.upload(id, noise);
  }
  await addSegments(id);
  file = await exportedFile();
});

afterAll(() => stack.stop());

/** As much text as thirty hours of talk. */
async function addSegments(conversationId: string): Promise<void> {
  await query(
    stack.databaseUrl,
    `INSERT INTO segments (id, conversation_id, turn_id, position, start_ms, end_ms, raw, confidence,
       words, correction_task_id)
     SELECT 'seg_' || lpad(n::text, 26, '0'), $1, (SELECT min(id) FROM turns WHERE conversation_id = $1),
       n, n * 1000, n * 1000 + 900, 'some words that were said ' || n, 0.5, '[]', 'done'
     FROM generate_series(1, ${SEGMENTS}) n`,
    [conversationId],
  );
}

async function exportedFile(): Promise<string> {
  const { id } = await api.send<Export>('POST', '/exports', { ownerId: OWNER });
  await eventually(async () => {
    expect((await api.json<Export>(`/exports/${id}`)).state).toBe('completed');
  }, 120_000);
  return path.join(stack.dataFolder, 'exports', `${id}.zip`);
}

async function uploaded(ownerId: string): Promise<Import> {
  const body = new FormData();
  body.append('ownerId', ownerId);
  body.append('file', await openAsBlob(file), 'origin.zip');
  return api.json<Import>('/imports', { method: 'POST', body });
}

async function untilStep({ id }: Import, step: string): Promise<void> {
  await eventually(async () => {
    const { state, progress } = await api.json<Import>(`/imports/${id}`);
    expect([state, progress.stage]).toEqual(['running', step]);
  }, 60_000);
}

async function finished({ id }: Import): Promise<Import> {
  return eventually(async () => {
    const found = await api.json<Import>(`/imports/${id}`);
    expect(found.state).toBe('completed');
    return found;
  }, 120_000);
}

/** Each thing once, and each recording as it was uploaded. */
async function expectWhole({ ownerId, conversationId }: Import): Promise<void> {
  const counts = await query(
    stack.databaseUrl,
    `SELECT (SELECT count(*)::int FROM conversations WHERE owner_id = $1) AS conversations,
       (SELECT count(*)::int FROM segments WHERE conversation_id = $2) AS segments,
       (SELECT count(*)::int FROM turns WHERE conversation_id = $2) AS turns`,
    [ownerId, conversationId],
  );
  expect(counts).toEqual([{ conversations: 1, segments: SEGMENTS, turns: RECORDINGS }]);
  const clips = await query(
    stack.databaseUrl,
    'SELECT id, sha256 FROM clips WHERE conversation_id = $1',
    [conversationId],
  );
  expect(clips).toHaveLength(RECORDINGS);
  for (const { id, sha256 } of clips) {
    const audio = await api.fetch(`/conversations/${conversationId}/clips/${String(id)}/audio`);
    const hash = createHash('sha256').update(Buffer.from(await audio.arrayBuffer()));
    expect(hash.digest('hex')).toBe(sha256);
  }
}

describe('kill -9 of the worker while it imports', () => {
  it.each(['check', 'store'])('in the step %s leaves everything, once', async (step) => {
    const wanted = await uploaded(`killed-in-${step}`);
    await untilStep(wanted, step);
    process.kill(pidOf('worker', stack), 'SIGKILL');
    const made = await finished(wanted);
    expect(made.counts).toMatchObject({ conversations: 1, clips: RECORDINGS, alreadyThere: 0 });
    await expectWhole(made);
    await eventually(async () => {
      const left = await readdir(path.join(stack.dataFolder, 'imports', 'sha256'), {
        recursive: true,
      });
      expect(left.filter((name) => name.length > 'ab/'.length)).toEqual([]);
    });
  });

  it('a cancelled import keeps its file, and its retry imports it', async () => {
    const wanted = await uploaded('cancelled');
    await untilStep(wanted, 'check');
    await api.cancel(wanted.taskId);
    await eventually(async () => expect((await api.task(wanted.taskId)).state).toBe('cancelled'));
    await api.retry(wanted.taskId);
    await expectWhole(await finished(wanted));
  });
});
