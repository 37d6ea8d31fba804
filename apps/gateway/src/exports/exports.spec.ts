import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  conversationSchema,
  exportPageSchema,
  exportSchema,
  problemSchema,
  taskSchema,
  type Export,
} from '#contracts/api';
import { ExportRunsRepository, InstallationRunsRepository } from '#store';
import { createConversation, sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

const FILE_BYTES = Buffer.from('PK: the bytes of a zip file');

const problemOf = async (response: Response) => problemSchema.parse(await response.json());

describe('exports', () => {
  const gateway = useGateway();
  let conversationId: string;
  beforeAll(async () => {
    conversationId = await createConversation(gateway.url);
  });

  const post = (body: object, headers = {}) =>
    sendJson('POST', `${gateway.url}/exports`, body, headers);
  const request = async (body: object = { conversationId }) =>
    exportSchema.parse(await (await post(body)).json());
  const find = async ({ id }: Export) =>
    exportSchema.parse(await (await fetch(`${gateway.url}/exports/${id}`)).json());
  const list = async (query = '') =>
    exportPageSchema.parse(await (await fetch(`${gateway.url}/exports${query}`)).json());
  const remove = ({ id }: Pick<Export, 'id'>) =>
    fetch(`${gateway.url}/exports/${id}`, { method: 'DELETE' });
  const fileOf = ({ id }: Export, headers = {}, method = 'GET') =>
    fetch(`${gateway.url}/exports/${id}/file`, { headers, method });
  const pathOf = ({ id }: Export) => path.join(gateway.config.exports.folder, `${id}.zip`);

  /** Finishes an export as a worker does. */
  async function finish(wanted: Export): Promise<Export> {
    const run = { taskId: wanted.taskId, attempt: 1 };
    await gateway.app.get(InstallationRunsRepository).start(run, 'run-1');
    await mkdir(gateway.config.exports.folder, { recursive: true });
    await writeFile(pathOf(wanted), FILE_BYTES);
    const file = {
      ...{ fileName: 'Été / plan 2026-11-26.zip', sizeBytes: FILE_BYTES.length },
      sha256: createHash('sha256').update(FILE_BYTES).digest('hex'),
      counts: {
        ...{ conversations: 1, projects: 0, clips: 0, documents: 0 },
        ...{ memories: 0, events: 1, problems: 0 },
      },
      expiresAt: new Date('2026-12-24T00:00:00Z'),
    };
    await gateway.app.get(ExportRunsRepository).complete(run, file, []);
    return find(wanted);
  }

  it('are requested once at a time, with a task that people can follow', async () => {
    const response = await post({ conversationId });
    const made = exportSchema.parse(await response.json());
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/exports/${made.id}`);
    expect(made).toMatchObject({
      ...{ scope: { kind: 'conversation', id: conversationId }, state: 'pending', file: null },
      progress: { unit: 'bytes', done: 0, total: null, percent: 0 },
    });
    expect((await request()).id).toBe(made.id);
    const task = await (await fetch(`${gateway.url}/tasks/${made.taskId}`)).json();
    expect(taskSchema.parse(task)).toMatchObject({ type: 'export', ownerId: made.ownerId });
    expect((await remove(made)).status).toBe(204);
  });

  it('are the same for the same Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'export-1' };
    const first = exportSchema.parse(await (await post({ conversationId }, headers)).json());
    const again = exportSchema.parse(await (await post({ conversationId }, headers)).json());
    expect(again.id).toBe(first.id);
    const other = await post({ ownerId: first.ownerId }, headers);
    expect(await problemOf(other)).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    await remove(first);
  });

  it.each([
    [{}],
    [{ conversationId: 'nonsense' }],
    [{ ownerId: 'ada', projectId: 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x' }],
    [{ ownerId: 'ada', title: 'x' }],
  ])('of %j are not valid', async (body) => {
    expect(await problemOf(await post(body))).toMatchObject({ code: 'invalid_request' });
  });

  it('of what is not there are refused', async () => {
    const missing = { projectId: 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x' };
    expect(await problemOf(await post(missing))).toMatchObject({ status: 404, code: 'not_found' });
    expect(await problemOf(await post({ ownerId: 'nobody' }))).toMatchObject({ code: 'not_found' });
    const id = 'exp_01jd3k4m5n6p7q8r9s0t1v2w3x';
    for (const answer of [await fetch(`${gateway.url}/exports/${id}`), await remove({ id })]) {
      expect(await problemOf(answer)).toMatchObject({ code: 'not_found' });
    }
  });

  it('are listed by owner, newest first', async () => {
    const of = async (ownerId: string) => {
      const body = { title: 'Talk', ownerId };
      const created = await sendJson('POST', `${gateway.url}/conversations`, body);
      const { id } = conversationSchema.parse(await created.json());
      return request({ conversationId: id });
    };
    const made = [await of('lin'), await of('lin'), await of('max')];
    const ids = made.map(({ id }) => id);
    const first = await list('?ownerId=lin&limit=1');
    const rest = await list(`?ownerId=lin&limit=5&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect((await list()).items[0]?.id).toBe(ids[2]);
  });

  describe('that are finished', () => {
    let made: Export;
    beforeAll(async () => {
      made = await finish(await request());
    });

    it('say what is in them, and where their file is until when', () => {
      expect(made).toMatchObject({
        ...{ state: 'completed', counts: { conversations: 1 } },
        file: {
          ...{ name: 'Été / plan 2026-11-26.zip', url: `/exports/${made.id}/file` },
          ...{ sizeBytes: FILE_BYTES.length, expiresAt: '2026-12-24T00:00:00.000Z' },
        },
      });
    });

    it('are downloaded under a readable name', async () => {
      const response = await fileOf(made);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        ...{ 'content-type': 'application/zip', 'accept-ranges': 'bytes' },
        'content-length': String(FILE_BYTES.length),
        'content-disposition':
          "attachment; filename*=UTF-8''%C3%89t%C3%A9%20%2F%20plan%202026-11-26.zip",
        etag: `"${made.file?.sha256}"`,
      });
      expect(Buffer.from(await response.arrayBuffer())).toEqual(FILE_BYTES);
    });

    it('can be continued, and are not sent again to who has them', async () => {
      const etag = `"${made.file?.sha256}"`;
      const part = await fileOf(made, { range: 'bytes=4-', 'if-range': etag });
      expect([part.status, await part.text()]).toEqual([206, String(FILE_BYTES.subarray(4))]);
      const other = await fileOf(made, { range: 'bytes=4-', 'if-range': '"another"' });
      expect([other.status, await other.text()]).toEqual([200, String(FILE_BYTES)]);
      expect((await fileOf(made, { 'if-none-match': etag })).status).toBe(304);
      const head = await fileOf(made, {}, 'HEAD');
      expect(head.headers.get('content-length')).toBe(String(FILE_BYTES.length));
      const outside = await fileOf(made, { range: 'bytes=1000-' });
      expect(await problemOf(outside)).toMatchObject({ code: 'range_not_satisfiable' });
    });

    it('say that their file has gone', async () => {
      await rm(pathOf(made));
      expect(await problemOf(await fileOf(made))).toMatchObject({
        status: 410,
        code: 'export_gone',
      });
    });

    it('are removed with their file', async () => {
      await writeFile(pathOf(made), FILE_BYTES);
      expect((await remove(made)).status).toBe(204);
      expect(await problemOf(await fileOf(made))).toMatchObject({ code: 'not_found' });
      await expect(writeFile(pathOf(made), '', { flag: 'r+' })).rejects.toMatchObject({
        code: 'ENOENT',
      });
    });
  });

  it('have no file before they are finished', async () => {
    const made = await request();
    expect(await problemOf(await fileOf(made))).toMatchObject({
      ...{ status: 409, code: 'export_not_ready' },
    });
    await remove(made);
    const task = await (await fetch(`${gateway.url}/tasks/${made.taskId}`)).json();
    expect(taskSchema.parse(task).state).toBe('cancelled');
  });
});
