import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { manifestName, openPlace, verificationName, type Manifest } from '#backups';
import {
  backupDetailsSchema,
  backupPageSchema,
  backupStatusSchema,
  healthSchema,
  taskPageSchema,
  taskSchema,
} from '#contracts/api';
import { createConversation } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

const NIGHT_MS = 24 * 60 * 60_000;
const TASK_ID = 'tsk_01jd3k4m5n6p7q8r9s0t1v2w50';

/** The id of a backup, by a letter. */
const idOf = (letter: string) => `bkp_01jd3k4m5n6p7q8r9s0t1v2w5${letter}`;

function aManifest(letter: string, ageMs: number): Manifest {
  const at = new Date(Date.now() - ageMs).toISOString();
  const file = (name: string) => ({
    ...{ name: `backups/${idOf(letter)}/${name}`, storedBytes: 3, bytes: 5 },
    ...{ storedSha256: 'a'.repeat(64), sha256: 'b'.repeat(64) },
  });
  return {
    ...{ format: 1, id: idOf(letter), taskId: TASK_ID, version: '0.1.0', postgresVersion: '18.4' },
    ...{ takenAt: at, finishedAt: at, keyId: null, missingBlobs: [], reason: 'backup' },
    contents: {
      ...{ schemaVersion: 4, eventNumber: 12, eventKey: null, sequences: [] },
      tables: [
        { name: 'conversations', rows: 3, hash: 'c' },
        { name: 'segments', rows: 40, hash: 'd' },
      ],
    },
    ...{ database: file('database.dump'), blobList: file('recordings.jsonl') },
    blobs: { count: 2, bytes: 1_000 },
    verification: { at, ok: true, blobsChecked: 2, projectionDifferences: 0, differences: [] },
  };
}

describe('the routes of backups', () => {
  const gateway = useGateway();
  const get = (route: string) => fetch(`${gateway.url}/backups${route}`);
  const post = (body?: unknown, headers: Record<string, string> = {}) => {
    const json = { 'content-type': 'application/json' };
    const sent = body === undefined ? { headers } : { headers: { ...headers, ...json } };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(`${gateway.url}/backups`, { method: 'POST', ...sent, ...content });
  };
  const write = async (name: string, content: unknown) => {
    const bytes = Readable.from([Buffer.from(JSON.stringify(content))]);
    const { signal } = new AbortController();
    await openPlace(gateway.config.backups.place).write(name, bytes, signal);
  };
  const place = (manifest: Manifest) => write(manifestName(manifest.id), manifest);
  const status = async () => backupStatusSchema.parse(await (await get('/status')).json());
  const listed = async (query = '') => backupPageSchema.parse(await (await get(query)).json());

  it('list nothing where there is nothing, and are not overdue without data', async () => {
    expect(await listed()).toEqual({ items: [], nextCursor: null });
    expect(await status()).toMatchObject({
      ...{ overdue: false, lastGood: null, latestTaskId: null, nextAt: null, count: 0, bytes: 0 },
      ...{ encrypted: false, unreadable: [] },
      place: expect.stringMatching(/backups$/),
      freeBytes: expect.any(Number),
    });
  });

  it('list complete backups, newest first, in pages', async () => {
    for (const [letter, nights] of [
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ] as const) {
      await place(aManifest(letter, nights * NIGHT_MS));
    }
    await write(`backups/${idOf('d')}/dump.json`, { half: true });
    const first = await listed('?limit=2');
    expect(first.items.map(({ id }) => id)).toEqual([idOf('c'), idOf('b')]);
    expect(first.items[0]).toMatchObject({
      ...{ state: 'verified', rows: 43, recordings: { count: 2, bytes: 1_000 }, taskId: TASK_ID },
      verification: { ok: true, recordingsChecked: 2 },
    });
    const rest = await listed(`?limit=2&cursor=${first.nextCursor}`);
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[idOf('a')], null]);
  });

  it('show what is inside one, by table', async () => {
    const details = backupDetailsSchema.parse(await (await get(`/${idOf('a')}`)).json());
    expect(details.tables).toEqual([
      { name: 'conversations', rows: 3 },
      { name: 'segments', rows: 40 },
    ]);
    expect((await get(`/${idOf('e')}`)).status).toBe(404);
    expect((await get('/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x')).status).toBe(400);
  });

  it('do not count one as good that a later verification found damaged', async () => {
    const differences = ['The table segments has 39 rows instead of 40.'];
    const at = new Date().toISOString();
    const verification = { at, ok: false, blobsChecked: 0, differences };
    await write(verificationName(idOf('c')), verification);
    expect((await listed()).items[0]).toMatchObject({
      ...{ id: idOf('c'), state: 'damaged' },
      verification: { ok: false, differences },
    });
    expect((await status()).lastGood?.id).toBe(idOf('b'));
  });

  it('show in the health of the gateway whether there is a good one', async () => {
    const ready = await fetch(`${gateway.url}/health/ready`);
    const { checks } = healthSchema.parse(await ready.json());
    expect(checks['backups']).toMatchObject({
      ...{ status: 'failed', message: expect.stringMatching(/^There is no good backup since 2/) },
    });
  });

  it('name what cannot be read', async () => {
    await write(manifestName(idOf('f')), { ...aManifest('f', 0), format: 2 });
    await write(manifestName(idOf('g')), { id: 'something else' });
    const { unreadable, count } = await status();
    expect([...unreadable].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: idOf('f'), problem: 'newer_format' },
      { id: idOf('g'), problem: 'damaged' },
    ]);
    expect(count).toBe(3);
  });

  it('request one, which a second request joins', async () => {
    await createConversation(gateway.url);
    const response = await post({ force: true });
    const task = taskSchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([202, `/tasks/${task.id}`]);
    expect(task).toMatchObject({
      ...{ type: 'backup', state: 'pending', ownerId: 'installation', conversationId: null },
      ...{ settings: { force: true }, workflowId: 'backup:installation', queue: null },
    });
    const joined = await Promise.all([post(), post({}), post({ force: true, full: true })]);
    for (const each of joined) expect(taskSchema.parse(await each.json()).id).toBe(task.id);
    const tasks = await (await fetch(`${gateway.url}/tasks?type=backup`)).json();
    expect(taskPageSchema.parse(tasks).items).toHaveLength(1);
    expect((await status()).latestTaskId).toBe(task.id);
    const shown = await (await fetch(`${gateway.url}/tasks/${task.id}`)).json();
    expect(taskSchema.parse(shown)).toMatchObject({ id: task.id, queue: null });
  });

  it('refuse an unknown field, and another body with the same idempotency key', async () => {
    expect((await post({ forced: true })).status).toBe(400);
    const key = { 'idempotency-key': 'tonight' };
    expect((await post({ full: true }, key)).status).toBe(202);
    expect((await post({ full: true }, key)).status).toBe(202);
    expect((await post({}, key)).status).toBe(422);
  });
});

describe('the routes of backups whose place is away', () => {
  const gateway = useGateway({ settings: { AFTERWORD_BACKUP_PLACE: 'package.json/place' } });

  it('say so in the health of the gateway', async () => {
    const { checks } = healthSchema.parse(
      await (await fetch(`${gateway.url}/health/ready`)).json(),
    );
    expect(checks['backups']).toMatchObject({
      ...{ status: 'failed', message: expect.stringContaining('package.json/place') },
    });
    expect(checks['database']).toEqual({ status: 'ok' });
  });

  it('say so, and name it', async () => {
    const response = await fetch(`${gateway.url}/backups/status`);
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { code: 'backup_place_unavailable', detail: expect.stringContaining('package.json/place') },
    ]);
  });
});
