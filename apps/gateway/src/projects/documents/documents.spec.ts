import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  documentPageSchema,
  documentPartPageSchema,
  documentSchema,
  problemSchema,
  taskPageSchema,
  type ProjectDocument,
} from '#contracts/api';
import { DocumentReadingRepository, DocumentsRepository } from '#store';
import { clipForm as form } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { newProject } from '../project.fixture.ts';

const LIMIT = 1024 * 1024;
const CSV = Buffer.from('Item,Amount\nChairs,1200\n');

describe('documents', () => {
  const gateway = useGateway({ settings: { AFTERWORD_DOCUMENT_MAX_MEBIBYTES: '1' } });
  let project: string;
  beforeAll(async () => {
    project = (await newProject(gateway.url, { timeZone: 'Pacific/Kiritimati' })).id;
  });

  const call = (path: string, init?: RequestInit, of = project) =>
    fetch(`${gateway.url}/projects/${of}/documents${path}`, init);
  const send = (body: FormData, headers = {}, of = project) =>
    call('', { method: 'POST', headers, body }, of);
  const add = async (name = 'costs.csv', of = project) =>
    documentSchema.parse(await (await send(form(CSV, { name }), {}, of)).json());
  const find = async ({ id }: ProjectDocument) =>
    documentSchema.parse(await (await call(`/${id}`)).json());
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());
  const files = async () => {
    const all = await readdir(gateway.blobFolder, { recursive: true, withFileTypes: true });
    return all.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  /** Simulates the worker that reads a document of three rows. */
  const read = async ({ id, taskId }: ProjectDocument) => {
    const reading = gateway.app.get(DocumentReadingRepository);
    const record = await reading.start({ taskId, attempt: 1 }, 'run-1');
    if (record === null) throw new Error(`there is nothing to read in ${id}`);
    const parts = ['one', 'two', 'three'].map((text, index) => ({
      ...{ place: { row: index + 2 }, text: `Item: ${text}` },
      cells: [{ column: 'Item', text }],
    }));
    const content = { format: 'csv', parts, warnings: [] } as const;
    await reading.complete({ taskId, attempt: 1 }, record, content);
  };

  it('are accepted with a task, and kept under their hash', async () => {
    const response = await send(
      form(CSV, { name: 'Übersicht.csv', before: { writtenOn: '2026-11-03' } }),
    );
    expect(response.status).toBe(202);
    const document = documentSchema.parse(await response.json());
    const sha256 = createHash('sha256').update(CSV).digest('hex');
    expect(document).toMatchObject({
      ...{ projectId: project, fileName: 'Übersicht.csv', sizeBytes: CSV.length, sha256 },
      ...{ writtenOn: '2026-11-03', state: 'pending', format: null, errorCode: null, partCount: 0 },
    });
    expect(response.headers.get('location')).toBe(`/projects/${project}/documents/${document.id}`);
    expect(await find(document)).toEqual(document);
    expect(await files()).toContain(sha256);
  });

  it('have a task that the list of tasks shows', async () => {
    const { id } = await newProject(gateway.url);
    const document = await add('costs.csv', id);
    const response = await fetch(`${gateway.url}/tasks?projectId=${id}`);
    const { items } = taskPageSchema.parse(await response.json());
    expect(items).toMatchObject([
      {
        ...{ id: document.taskId, type: 'document_reading', state: 'pending' },
        settings: { documentId: document.id },
      },
    ]);
  });

  it('are of today in the time zone of their project by default', async () => {
    const today = () =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(new Date());
    const before = today();
    expect([before, today()]).toContain((await add()).writtenOn);
  });

  it('have their parts once they are read, page by page', async () => {
    const document = await add();
    const partsOf = async (query: string) =>
      documentPartPageSchema.parse(await (await call(`/${document.id}/parts${query}`)).json());
    expect(await partsOf('')).toEqual({ items: [], nextCursor: null });
    await read(document);
    expect(await find(document)).toMatchObject({ state: 'read', format: 'csv', partCount: 3 });
    const first = await partsOf('?limit=2');
    expect(first.items).toMatchObject([
      { part: 0, place: { row: 2 }, text: 'Item: one', cells: [{ column: 'Item', text: 'one' }] },
      { part: 1 },
    ]);
    const last = await partsOf(`?limit=2&cursor=${first.nextCursor}`);
    expect(last).toMatchObject({ items: [{ part: 2 }], nextCursor: null });
    const wrong = await call(`/${document.id}/parts?cursor=two`);
    expect((await problemOf(wrong)).code).toBe('cursor_invalid');
  });

  it('that cannot be read say why', async () => {
    const document = await add();
    await gateway.app.get(DocumentReadingRepository).refuse(document.id, 'document_encrypted');
    expect(await find(document)).toMatchObject({
      ...{ state: 'failed', errorCode: 'document_encrypted' },
    });
  });

  it('come back as files to save, which no browser opens', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const sent = await send(form(page, { name: "d'été.html" }));
    const { id } = documentSchema.parse(await sent.json());
    const response = await call(`/${id}/file`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(page.length),
      'content-disposition': "attachment; filename*=UTF-8''d%27%C3%A9t%C3%A9.html",
      'x-content-type-options': 'nosniff',
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(page)).toBe(true);
    const head = await call(`/${id}/file`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(page.length));
  });

  it('whose bytes are lost say so', async () => {
    const lost = { fileName: 'lost.csv', sizeBytes: 4, sha256: 'd'.repeat(64), writtenOn: null };
    const documents = gateway.app.get(DocumentsRepository);
    const { id } = await documents.add({ ...lost, projectId: project }, null, () =>
      Promise.resolve(),
    );
    expect((await problemOf(await call(`/${id}/file`))).code).toBe('document_bytes_missing');
  });

  it('are listed, the newest first, and are gone once they are deleted', async () => {
    const { id } = await newProject(gateway.url);
    const [first, second] = [await add('a.csv', id), await add('b.csv', id)];
    const listed = async () => {
      const response = await call('?limit=10', {}, id);
      return documentPageSchema.parse(await response.json()).items.map((each) => each.id);
    };
    expect(await listed()).toEqual([second.id, first.id]);
    const removed = await call(`/${first.id}`, { method: 'DELETE' }, id);
    expect([removed.status, await removed.text()]).toEqual([204, '']);
    expect(await listed()).toEqual([second.id]);
    expect((await call(`/${first.id}`, {}, id)).status).toBe(404);
    expect((await call(`/${first.id}`, { method: 'DELETE' }, id)).status).toBe(404);
  });

  it.each(['', '/parts', '/file'])('of another project are not found: %s', async (path) => {
    const { id: other } = await newProject(gateway.url);
    const { id } = await add();
    expect((await problemOf(await call(`/${id}${path}`, {}, other))).code).toBe('not_found');
  });

  const fieldOnly = () => {
    const body = new FormData();
    body.append('writtenOn', '2026-11-03');
    return body;
  };
  it.each([
    ['over the limit', 413, 'document_too_large', () => form(randomBytes(LIMIT + 1))],
    ['empty', 422, 'document_empty', () => form(new Uint8Array())],
    ['missing', 400, 'document_missing', fieldOnly],
    ['of no date', 400, 'invalid_request', () => form(CSV, { after: { writtenOn: 'Friday' } })],
    ['with other fields', 400, 'invalid_request', () => form(CSV, { before: { speaker: 'Ada' } })],
  ])('%s are rejected and leave no file behind', async (_what, status, code, body) => {
    await add();
    const before = await files();
    expect(await problemOf(await send(body()))).toMatchObject({ status, code });
    expect(await files()).toEqual(before);
  });

  it('must come as a form, for a project that exists', async () => {
    const headers = { 'content-type': 'text/csv' };
    const plain = await call('', { method: 'POST', headers, body: CSV });
    expect(await problemOf(plain)).toMatchObject({ code: 'unsupported_media_type' });
    const nowhere = await send(form(CSV), {}, 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x');
    expect(await problemOf(nowhere)).toMatchObject({ code: 'not_found' });
  });

  it('sent twice with one key are one document', async () => {
    const key = { 'Idempotency-Key': 'the same' };
    const answers = await Promise.all([send(form(CSV), key), send(form(CSV), key)]);
    const [first, second] = await Promise.all(answers.map((each) => each.json()));
    expect(first).toEqual(second);
    const other = await send(form(randomBytes(9)), key);
    expect(await problemOf(other)).toMatchObject({ code: 'idempotency_key_reused' });
  });
});
