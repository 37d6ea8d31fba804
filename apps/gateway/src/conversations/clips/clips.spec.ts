import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { acceptedClipSchema, problemSchema } from '#contracts/api';
import { clipForm, createConversation, upload } from '../../../../../test/support/api.ts';
import { eventually } from '../../../../../test/support/eventually.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { answerDuringUpload } from '../../../../../test/support/slow-upload.ts';

const LIMIT = 300_000;

describe('clips', () => {
  const gateway = useGateway({
    maxClipBytes: LIMIT,
    settings: { AFTERWORD_SPEECH_MODELS: 'small' },
  });
  let conversationId: string;
  beforeAll(async () => {
    conversationId = await createConversation(gateway.url);
  });

  const send = (form: FormData, headers = {}) => upload(gateway.url, conversationId, form, headers);
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());
  const files = async () =>
    (await readdir(gateway.blobFolder, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  const query = async (text: string, ...values: unknown[]) => {
    const client = new pg.Client({ connectionString: gateway.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };

  it('are accepted with a task, kept under their hash, and signal their conversation', async () => {
    const bytes = randomBytes(70_000);
    const response = await send(
      clipForm(bytes, { before: { speaker: 'Ada' }, name: 'Gespräch.wav' }),
    );
    expect(response.status).toBe(202);
    const { clip, task } = acceptedClipSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`/tasks/${task.id}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(clip).toMatchObject({
      speaker: 'Ada',
      fileName: 'Gespräch.wav',
      sizeBytes: 70_000,
      sha256,
    });
    expect(task).toMatchObject({ state: 'pending', clipId: clip.id, conversationId, attempt: 1 });
    expect(await files()).toContain(
      path.join(gateway.blobFolder, 'sha256', sha256.slice(0, 2), sha256),
    );
    const waiting = 'SELECT DISTINCT owner_id FROM work_signals WHERE entity_id = $1';
    expect(await query(waiting, conversationId)).toEqual([{ owner_id: 'local' }]);
  });

  it('take the speaker also from a field after the file, and do not require one', async () => {
    const speakerOf = async (form: FormData) =>
      acceptedClipSchema.parse(await (await send(form)).json()).clip.speaker;
    expect(await speakerOf(clipForm(randomBytes(9), { after: { speaker: ' Grace ' } }))).toBe(
      'Grace',
    );
    expect(await speakerOf(clipForm(randomBytes(9), { before: { speaker: '' } }))).toBe('Speaker');
  });

  it.each([
    [{ channels: 'separate' }, { channels: 'separate' }],
    [
      { engine: 'small', language: 'de' },
      { engine: 'small', language: 'de' },
    ],
    [{ language: 'auto' }, { language: 'auto' }],
    [{ language: 'en' }, { language: 'en' }],
    [{ engine: '', language: '' }, {}],
    [
      { channels: 'mix', track: '2' },
      { channels: 'mix', track: 2 },
    ],
    [{ tracks: 'all' }, { tracks: 'all' }],
    [{ channels: '', track: '', tracks: '' }, {}],
    [
      { diarisation: 'on', speakers: '3' },
      { diarisation: 'on', speakers: 3 },
    ],
    [
      { minSpeakers: '2', maxSpeakers: '2' },
      { minSpeakers: 2, maxSpeakers: 2 },
    ],
    [{ diarisation: 'off' }, { diarisation: 'off' }],
    [{ diarisation: '', speakers: '', minSpeakers: '', maxSpeakers: '' }, {}],
  ])('take how they are transcribed: %j', async (fields, settings) => {
    for (const place of ['before', 'after']) {
      const response = await send(clipForm(randomBytes(9), { [place]: fields }));
      const { task } = acceptedClipSchema.parse(await response.json());
      expect(task.settings).toEqual(settings);
    }
  });

  it.each([
    [{ channels: 'left' }, 'channels'],
    [{ language: 'german' }, 'language'],
    [{ language: 'xx' }, 'language'],
    [{ engine: 'x'.repeat(201) }, 'engine'],
    [{ track: '0' }, 'track'],
    [{ track: '1.5' }, 'track'],
    [{ track: '-1' }, 'track'],
    [{ track: 'all' }, 'track'],
    [{ tracks: '2' }, 'tracks'],
    [{ track: '1', tracks: 'all' }, 'tracks'],
    [{ diarisation: 'yes' }, 'diarisation'],
    [{ speakers: '0' }, 'speakers'],
    [{ speakers: '51' }, 'speakers'],
    [{ speakers: 'two' }, 'speakers'],
    [{ minSpeakers: '-1' }, 'minSpeakers'],
    [{ minSpeakers: '4', maxSpeakers: '3' }, 'maxSpeakers'],
    [{ speakers: '2', minSpeakers: '1' }, 'minSpeakers'],
    [{ speakers: '2', maxSpeakers: '3' }, 'maxSpeakers'],
    [{ diarisation: 'off', speakers: '2' }, 'diarisation'],
  ])('refuse %j and name the field', async (fields, path) => {
    const response = await send(clipForm(randomBytes(9), { before: fields }));
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: 'invalid_request', errors: [{ path }] });
  });

  it.each([
    [{ engine: 'huge' }, 'engine_unknown'],
    [{ engine: 'builtin' }, 'engine_unknown'],
    [{ language: 'de' }, 'engine_lacks_language'],
    [{ engine: 'tiny.en', language: 'fr' }, 'engine_lacks_language'],
  ])('refuse %j, which no engine does, and keep nothing', async (fields, code) => {
    const before = await files();
    for (const url of [`/conversations/${conversationId}/clips`, '/clips']) {
      const form = clipForm(randomBytes(9), { after: fields });
      const response = await fetch(gateway.url + url, { method: 'POST', body: form });
      expect(await problemOf(response)).toMatchObject({ status: 422, code, retryable: false });
    }
    expect(await files()).toEqual(before);
  });

  it.each([
    [{ engine: 'huge' }, 'engine_unknown'],
    [{ language: 'de' }, 'engine_lacks_language'],
  ])('refuse %j before the file is there, if the fields precede it', async (fields, code) => {
    const before = await files();
    for (const path of [`/conversations/${conversationId}/clips`, '/clips']) {
      const answer = await answerDuringUpload(gateway.url + path, fields);
      expect(answer).toMatchObject({ status: 422, body: expect.stringContaining(code) });
    }
    expect(await files()).toEqual(before);
  });

  it('may be as large as the limit', async () => {
    expect((await send(clipForm(randomBytes(LIMIT)))).status).toBe(202);
  });

  const fieldOnly = () => {
    const form = new FormData();
    form.append('speaker', 'Ada');
    return form;
  };
  it.each([
    ['over the limit', 413, 'clip_too_large', () => clipForm(randomBytes(LIMIT + 1))],
    ['far over the limit', 413, 'clip_too_large', () => clipForm(randomBytes(LIMIT * 40))],
    ['empty', 422, 'clip_empty', () => clipForm(new Uint8Array())],
    ['missing', 400, 'clip_missing', fieldOnly],
    [
      'in the wrong field',
      400,
      'clip_missing',
      () => {
        const form = new FormData();
        form.append('recording', new Blob([randomBytes(10)]), 'a.wav');
        return form;
      },
    ],
    [
      'with a speaker name that is too long',
      400,
      'invalid_request',
      () => clipForm(randomBytes(10), { after: { speaker: 'x'.repeat(101) } }),
    ],
    [
      'two at once',
      400,
      'invalid_request',
      () => {
        const form = clipForm(randomBytes(10));
        form.append('file', new Blob([randomBytes(10)]), 'b.wav');
        return form;
      },
    ],
  ])('%s are rejected and leave no file behind', async (_what, status, code, form) => {
    const before = await files();
    const problem = await problemOf(await send(form()));
    expect(problem).toMatchObject({ status, code });
    expect(await files()).toEqual(before);
  });

  it('must come as a form', async () => {
    const response = await fetch(`${gateway.url}/conversations/${conversationId}/clips`, {
      method: 'POST',
      headers: { 'content-type': 'audio/wav' },
      body: randomBytes(10),
    });
    expect(await problemOf(response)).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  it('for an unknown conversation are rejected before they are read', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const head = uploadHead('cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', 1_000_000);
    const answer = new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString()));
    });
    socket.write(head);
    expect(await answer).toMatch(/^HTTP\/1\.1 404[^]*"code":"not_found"/);
    socket.destroy();
  });

  it.each([
    ['the connection breaks', (socket: ReturnType<typeof connect>) => socket.destroy()],
    ['the client stops sending', (socket: ReturnType<typeof connect>) => socket.end()],
  ])('leave nothing behind when %s', async (_how, breakOff) => {
    const before = await files();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(uploadHead(conversationId, 200_000));
    socket.write(randomBytes(50_000));
    await eventually(async () => expect((await files()).length).toBe(before.length + 1));
    breakOff(socket);
    await eventually(async () => expect(await files()).toEqual(before));
  });

  it('are rejected when the form is truncated', async () => {
    const before = await files();
    const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\nabc`;
    const response = await fetch(`${gateway.url}/conversations/${conversationId}/clips`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body,
    });
    expect(await problemOf(response)).toMatchObject({
      code: 'upload_interrupted',
      retryable: true,
    });
    expect(await files()).toEqual(before);
  });

  it('sent twice with one key are one clip; another clip with that key is rejected', async () => {
    const bytes = randomBytes(100);
    const key = { 'Idempotency-Key': 'the same' };
    const answers = await Promise.all([send(clipForm(bytes), key), send(clipForm(bytes), key)]);
    const ids = await Promise.all(
      answers.map(async (each) => acceptedClipSchema.parse(await each.json()).clip.id),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(ids[0]).toBe(ids[1]);
    const before = await files();
    const other = await send(clipForm(randomBytes(100)), key);
    expect(await problemOf(other)).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(await files()).toEqual(before);
    const renamed = await send(clipForm(bytes, { name: 'other.wav' }), key);
    expect(renamed.status).toBe(422);
  });

  describe('as recordings', () => {
    const bytes = randomBytes(1000);
    let url: string;
    let sha256: string;
    beforeAll(async () => {
      const accepted = acceptedClipSchema.parse(
        await (await send(clipForm(bytes, { name: "d'été.wav" }))).json(),
      );
      ({ sha256 } = accepted.clip);
      url = `${gateway.url}/conversations/${conversationId}/clips/${accepted.clip.id}/audio`;
    });
    const get = (headers = {}, method = 'GET') => fetch(url, { headers, method });
    const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

    it('come back as they were sent', async () => {
      const response = await get();
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'accept-ranges': 'bytes',
        'content-length': '1000',
        'content-type': 'application/octet-stream',
        'content-disposition': "inline; filename*=UTF-8''d%27%C3%A9t%C3%A9.wav",
        etag: `"${sha256}"`,
      });
      expect((await bytesOf(response)).equals(bytes)).toBe(true);
    });

    it('are served in byte ranges', async () => {
      const response = await get({ range: 'bytes=100-199' });
      expect(response.status).toBe(206);
      expect(response.headers.get('content-range')).toBe('bytes 100-199/1000');
      expect((await bytesOf(response)).equals(bytes.subarray(100, 200))).toBe(true);
      const last = await get({ range: 'bytes=-1' });
      expect((await bytesOf(last)).equals(bytes.subarray(999))).toBe(true);
    });

    it('report their size when a range is not satisfiable', async () => {
      const response = await get({ range: 'bytes=1000-' });
      expect(response.headers.get('content-range')).toBe('bytes */1000');
      expect(await problemOf(response)).toMatchObject({
        status: 416,
        code: 'range_not_satisfiable',
      });
    });

    it('answer HEAD without their bytes', async () => {
      const response = await get({}, 'HEAD');
      expect(response.headers.get('content-length')).toBe('1000');
      expect(await bytesOf(response)).toHaveLength(0);
    });

    it('are not sent to a client that has them already', async () => {
      expect((await get({ 'if-none-match': `"${sha256}"` })).status).toBe(304);
      const foreign = await get({ range: 'bytes=0-1', 'if-range': '"another"' });
      expect(foreign.status).toBe(200);
    });

    it('have their media type once they have been probed', async () => {
      await query("UPDATE clips SET container = 'mov,mp4,m4a' WHERE sha256 = $1", sha256);
      expect((await get()).headers.get('content-type')).toBe('audio/mp4');
    });

    it('that a rule of retention has removed say so, and when', async () => {
      const removedAt = '2026-10-05T12:00Z';
      await query(`UPDATE clips SET audio_removed_at = '${removedAt}' WHERE sha256 = $1`, sha256);
      const problem = await problemOf(await get({ range: 'bytes=0-0' }));
      expect(problem).toMatchObject({ status: 410, code: 'clip_audio_removed' });
      expect(problem.detail).toContain('2026-10-05');
      await query('UPDATE clips SET audio_removed_at = NULL WHERE sha256 = $1', sha256);
    });
  });

  function uploadHead(id: string, sizeBytes: number): string {
    const part = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\n\r\n`;
    const head = [
      `POST /conversations/${id}/clips HTTP/1.1`,
      'Host: localhost',
      'Content-Type: multipart/form-data; boundary=b',
      `Content-Length: ${part.length + sizeBytes}`,
    ];
    return `${head.join('\r\n')}\r\n\r\n${part}`;
  }
});
