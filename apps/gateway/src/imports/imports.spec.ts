import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  importPageSchema,
  importSchema,
  problemSchema,
  taskSchema,
  type Import,
} from '#contracts/api';
import { ImportFolder, ImportsRepository } from '#store';
import { useGateway } from '../../../../test/support/gateway.ts';
import { answerDuringUpload } from '../../../../test/support/slow-upload.ts';

const TALK = 'Ada: We launch in March, whatever comes.';

const problemOf = async (response: Response) => problemSchema.parse(await response.json());

describe('imports', () => {
  const gateway = useGateway({ settings: { AFTERWORD_SPEECH_MODELS: 'small' } });

  /** Sends a form; a file that is `null` is left out. */
  function post(
    file: string | null = TALK,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    if (file !== null) body.append('file', new Blob([file]), 'talk.txt');
    return fetch(`${gateway.url}/imports`, { method: 'POST', body, headers });
  }
  const accepted = async (...given: Parameters<typeof post>) =>
    importSchema.parse(await (await post(...given)).json());
  const list = async (query: string) =>
    importPageSchema.parse(await (await fetch(`${gateway.url}/imports${query}`)).json());
  const kept = ({ sha256 }: Import) => gateway.app.get(ImportFolder).sizeOf(sha256);

  it('are accepted with a task, once their file is kept', async () => {
    const response = await post(TALK, { ownerId: 'ada', format: 'txt', title: 'Launch' });
    const made = importSchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([
      202,
      `/imports/${made.id}`,
    ]);
    expect(made).toMatchObject({
      ...{ ownerId: 'ada', format: 'txt', fileName: 'talk.txt', sizeBytes: TALK.length },
      ...{ state: 'pending', counts: null, conversationId: null, error: null },
    });
    expect(await kept(made)).toBe(TALK.length);
    const task: unknown = await (await fetch(`${gateway.url}/tasks/${made.taskId}`)).json();
    expect(taskSchema.parse(task)).toMatchObject({ type: 'import', ownerId: 'ada' });
    const found: unknown = await (await fetch(`${gateway.url}/imports/${made.id}`)).json();
    expect(importSchema.parse(found)).toMatchObject({ id: made.id });
  });

  it('with the same key are one, and with another file a mistake', async () => {
    const headers = { 'idempotency-key': 'import-1' };
    const first = await accepted(TALK, {}, headers);
    expect((await accepted(TALK, {}, headers)).id).toBe(first.id);
    const other = await post('Ada: Something else.', {}, headers);
    expect([other.status, (await problemOf(other)).code]).toEqual([422, 'idempotency_key_reused']);
  });

  describe('of a transcript and its recording', () => {
    /** Sends files as parts of a form, in this order. */
    function postParts(...parts: readonly (readonly [name: string, text: string])[]) {
      const body = new FormData();
      for (const [name, text] of parts) body.append(name, new Blob([text]), `${name}.bin`);
      return fetch(`${gateway.url}/imports`, { method: 'POST', body });
    }
    const folder = () => gateway.app.get(ImportFolder);
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

    it.each([
      ['file', 'recording'],
      ['recording', 'file'],
    ])('keep both files, in any order (%s first)', async (first, second) => {
      const texts: Readonly<Record<string, string>> = { file: TALK, recording: `sound ${first}` };
      const response = await postParts([first, texts[first] ?? ''], [second, texts[second] ?? '']);
      const made = importSchema.parse(await response.json());
      expect(made).toMatchObject({ fileName: 'file.bin', sizeBytes: TALK.length });
      expect(await folder().sizeOf(hashOf(`sound ${first}`))).toBe(`sound ${first}`.length);
    });

    it.each([
      [
        'an empty recording',
        [
          ['file', 'one'],
          ['recording', ''],
        ],
        422,
        'import_empty',
      ],
      ['a recording alone', [['recording', 'two']], 400, 'import_missing'],
      [
        'two recordings',
        [
          ['recording', 'a'],
          ['recording', 'b'],
        ],
        400,
        'invalid_request',
      ],
      [
        'two files',
        [
          ['file', 'three'],
          ['file', 'four'],
        ],
        400,
        'invalid_request',
      ],
      [
        'three files',
        [
          ['file', 'c'],
          ['recording', 'd'],
          ['file', 'e'],
        ],
        400,
        'invalid_request',
      ],
    ] as const)('are refused with %s, and keep nothing', async (_what, parts, status, code) => {
      const response = await postParts(...parts);
      expect(await problemOf(response)).toMatchObject({ status, code });
      for (const [, text] of parts) expect(await folder().sizeOf(hashOf(text))).toBeNull();
    });

    it.each([
      [{ engine: 'huge' }, 422, 'engine_unknown'],
      [{ engine: 'builtin' }, 422, 'engine_unknown'],
      [{ language: 'de' }, 422, 'engine_lacks_language'],
      [{ engine: 'tiny.en', language: 'fr' }, 422, 'engine_lacks_language'],
      [{ language: 'german' }, 400, 'invalid_request'],
    ])(
      'are refused with %j, wherever the fields are, and keep nothing',
      async (fields, status, code) => {
        const body = new FormData();
        body.append('file', new Blob([`before ${code}`]), 'talk.txt');
        for (const [name, value] of Object.entries(fields)) body.append(name, value);
        const response = await fetch(`${gateway.url}/imports`, { method: 'POST', body });
        expect(await problemOf(response)).toMatchObject({ status, code });
        expect(await folder().sizeOf(hashOf(`before ${code}`))).toBeNull();
        const early = await answerDuringUpload(`${gateway.url}/imports`, fields);
        expect(early).toMatchObject({ status, body: expect.stringContaining(code) });
      },
    );

    it('keep what they are transcribed with', async () => {
      const fields = { transcribe: 'true', engine: 'small', language: 'de' };
      const { id } = await accepted(TALK, fields);
      const imports = gateway.app.get(ImportsRepository);
      expect(await imports.find(id)).toMatchObject({
        settings: { engine: 'small', language: 'de' },
      });
    });

    it('can ask for a transcription, and no more than yes or no', async () => {
      expect((await post(TALK, { transcribe: 'true' })).status).toBe(202);
      const response = await post(TALK, { transcribe: 'perhaps' });
      expect(await problemOf(response)).toMatchObject({ status: 400, code: 'invalid_request' });
    });
  });

  it('are listed by owner, newest first, and nobody sees those of others in that list', async () => {
    const made: string[] = [];
    for (const title of ['One', 'Two', 'Three']) {
      made.unshift((await accepted(TALK, { ownerId: 'lister', title })).id);
    }
    await accepted(TALK, { ownerId: 'other' });
    const first = await list('?ownerId=lister&limit=2');
    const rest = await list(`?ownerId=lister&limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(made);
    expect(rest.nextCursor).toBeNull();
    const unknown = await fetch(`${gateway.url}/imports?cursor=junk`);
    expect(await unknown.json()).toMatchObject({ status: 400, code: 'cursor_invalid' });
  });

  it('can be cancelled before they begin', async () => {
    const { id, taskId } = await accepted();
    await fetch(`${gateway.url}/tasks/${taskId}/cancel`, { method: 'POST' });
    const found: unknown = await (await fetch(`${gateway.url}/imports/${id}`)).json();
    expect(['cancelled', 'cancelling']).toContain(importSchema.parse(found).state);
  });

  it.each([
    ['no file', null, {}, 400, 'import_missing'],
    ['an empty file', '', {}, 422, 'import_empty'],
    ['an unknown format', TALK, { format: 'docx' }, 400, 'invalid_request'],
    ['an unknown field', TALK, { colour: 'red' }, 400, 'invalid_request'],
    ['a name that is no owner', TALK, { ownerId: 'a/b' }, 400, 'invalid_request'],
  ])('with %s are refused, and keep nothing', async (_what, file, fields, status, code) => {
    const response = await post(file, fields);
    expect(await problemOf(response)).toMatchObject({ status, code });
  });

  it('that are not there are not found', async () => {
    const response = await fetch(`${gateway.url}/imports/imp_01jd3k4m5n6p7q8r9s0t1v2w3x`);
    expect([response.status, (await problemOf(response)).code]).toEqual([404, 'not_found']);
  });

  it('must be forms', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${gateway.url}/imports`, { method: 'POST', headers, body: '{}' });
    expect([response.status, (await problemOf(response)).code]).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });
});
