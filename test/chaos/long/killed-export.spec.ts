import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Export } from '#contracts/api';
import { exportManifestSchema } from '#contracts/export';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { OpenedZip } from '../../support/opened-zip.ts';
import { query } from '../../support/query.ts';
import { pidOf, startStack, type Stack } from '../../support/stack.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const MEBIBYTE = 1024 * 1024;
const OWNER = 'killed';
/** Enough that each step takes a second. */
const RECORDINGS = 6;
const RECORDING_BYTES = 32 * MEBIBYTE;
const SEGMENTS = 120_000;

jest.setTimeout(5 * 60_000);

let stack: Stack;
let api: ApiClient;
let conversationId: string;

beforeAll(async () => {
  stack = await startStack({ AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: '2000' });
  api = new ApiClient(stack.baseUrl);
  conversationId = (await api.createConversation('Long', { ownerId: OWNER })).id;
  const file = path.join(await temporaryFolder('recordings'), 'noise.wav');
  for (let count = 0; count < RECORDINGS; count += 1) {
    await writeFile(file, randomBytes(RECORDING_BYTES));
    await api.upload(conversationId, file);
  }
  await addSegments();
});

afterAll(() => stack.stop());

/** As much text as a hundred hours of talk. */
async function addSegments(): Promise<void> {
  await query(
    stack.databaseUrl,
    `INSERT INTO segments (id, conversation_id, turn_id, position, start_ms, end_ms, raw, confidence,
       words, correction_task_id)
     SELECT 'seg_' || lpad(n::text, 26, '0'), $1, (SELECT min(id) FROM turns WHERE conversation_id = $1),
       n, n * 1000, n * 1000 + 900, 'some words that were said ' || n, 0.5,
       (SELECT jsonb_agg(jsonb_build_object('startMs', n * 1000 + w * 100, 'endMs', n * 1000 + w * 100 + 90,
         'text', 'word', 'confidence', 0.5)) FROM generate_series(0, 7) w), 'done'
     FROM generate_series(1, ${SEGMENTS}) n`,
    [conversationId],
  );
}

const folder = () => path.join(stack.dataFolder, 'exports');
const request = () => api.send<Export>('POST', '/exports', { ownerId: OWNER });
const namesIn = (...parts: readonly string[]) =>
  readdir(path.join(folder(), ...parts)).catch((): readonly string[] => []);

/** Kills the worker once its work folder has something that begins so. */
async function killedAt({ id }: Export, beginning: string): Promise<void> {
  await eventually(async () => {
    const names = await namesIn('work', id);
    expect(names.some((name) => name.startsWith(beginning))).toBe(true);
  }, 60_000);
  process.kill(pidOf('worker', stack), 'SIGKILL');
}

async function finished({ id }: Export): Promise<Export> {
  return eventually(async () => {
    const found = await api.json<Export>(`/exports/${id}`);
    expect(found.state).toBe('completed');
    return found;
  }, 120_000);
}

async function expectRight({ id, file }: Export): Promise<void> {
  const zip = path.join(folder(), `${id}.zip`);
  expect((await stat(zip)).size).toBe(file?.sizeBytes);
  expect(
    createHash('sha256')
      .update(await readFile(zip))
      .digest('hex'),
  ).toBe(file?.sha256);
  const opened = await OpenedZip.open(zip);
  const manifest = exportManifestSchema.parse(await opened.json('manifest.json'));
  expect(manifest).toMatchObject({ counts: { clips: RECORDINGS, problems: 0 } });
  for (const each of manifest.files) {
    const hash = createHash('sha256').update(await opened.bytes(each.path));
    expect([each.path, hash.digest('hex')]).toEqual([each.path, each.sha256]);
  }
}

describe('kill -9 of the worker while it makes an export', () => {
  it.each([
    ['reads the rows', 'rows-'],
    ['writes the zip file', 'export-'],
  ])('when it %s leaves a right file and nothing else', async (_step, beginning) => {
    const wanted = await request();
    await killedAt(wanted, beginning);
    const made = await finished(wanted);
    await expectRight(made);
    await eventually(async () => expect(await namesIn('work')).toEqual([]));
    expect((await api.fetch(`/exports/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await namesIn()).toEqual(['work']);
  });

  it('a cancelled export leaves nothing, and its retry a right file', async () => {
    const wanted = await request();
    await eventually(
      async () => expect(await namesIn('work', wanted.id)).toContain('rows'),
      60_000,
    );
    await api.cancel(wanted.taskId);
    await eventually(async () => expect((await api.task(wanted.taskId)).state).toBe('cancelled'));
    await eventually(async () => expect(await namesIn('work')).toEqual([]));
    await api.retry(wanted.taskId);
    await expectRight(await finished(wanted));
  });
});
