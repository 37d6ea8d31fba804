import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { acceptedClipSchema, conversationPageSchema, problemSchema } from '#contracts/api';
import { clipForm, sendJson } from '../../../../../test/support/api.ts';
import { eventually } from '../../../../../test/support/eventually.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

const LIMIT = 300_000;

describe('a clip that begins a conversation', () => {
  const gateway = useGateway({ maxClipBytes: LIMIT });
  const send = (body: FormData, key?: string) =>
    fetch(`${gateway.url}/clips`, {
      method: 'POST',
      body,
      headers: key === undefined ? {} : { 'Idempotency-Key': key },
    });
  const acceptedOf = async (response: Response) => acceptedClipSchema.parse(await response.json());
  const titles = async () => {
    const response = await fetch(`${gateway.url}/conversations?limit=200`);
    return conversationPageSchema.parse(await response.json()).items.map(({ title }) => title);
  };
  const formOf = (title: string, more = {}, bytes: Uint8Array<ArrayBuffer> = randomBytes(90)) =>
    clipForm(bytes, { before: { title, ...more } });

  it('is accepted together with it', async () => {
    const response = await send(formOf('Lunch', { speaker: 'Ada', ownerId: 'ada' }));
    expect(response.status).toBe(202);
    const { clip, task } = await acceptedOf(response);
    expect(response.headers.get('location')).toBe(`/tasks/${task.id}`);
    const made = await fetch(`${gateway.url}/conversations/${clip.conversationId}`);
    expect(await made.json()).toMatchObject({
      ...{ title: 'Lunch', ownerId: 'ada', exchangeCount: 1 },
      clips: [{ id: clip.id, speaker: 'Ada' }],
    });
  });

  it('is one, in one conversation, however often it is sent with the same key', async () => {
    const bytes = randomBytes(80);
    const sent = await Promise.all(
      [1, 2, 3].map(() => send(formOf('Sent again', {}, bytes), 'again')),
    );
    const clips = await Promise.all(sent.map(acceptedOf));
    expect(new Set(clips.map(({ clip }) => clip.id)).size).toBe(1);
    expect((await titles()).filter((title) => title === 'Sent again')).toHaveLength(1);
    expect((await send(formOf('Another'), 'again')).status).toBe(422);
    expect(await titles()).not.toContain('Another');
  });

  it.each([
    ['too large', () => send(formOf('None', {}, randomBytes(LIMIT + 1))), 'clip_too_large'],
    ['empty', () => send(formOf('None', {}, new Uint8Array())), 'clip_empty'],
    ['no form', () => sendJson('POST', `${gateway.url}/clips`, {}), 'unsupported_media_type'],
    ['of no such project', () => send(formOf('None', { projectId: NOWHERE })), 'not_found'],
  ])('leaves no conversation when it is %s', async (_why, sending, code) => {
    const response = await sending();
    expect(problemSchema.parse(await response.json()).code).toBe(code);
    expect(await titles()).not.toContain('None');
  });

  it('leaves no conversation when it is stopped in the middle', async () => {
    const { port } = new URL(gateway.url);
    const socket = connect(Number(port), '127.0.0.1');
    const head =
      'POST /clips HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b';
    const part = (name: string, more = '') =>
      `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    socket.write(`${head}\r\nContent-Length: 9000\r\n\r\n`);
    socket.write(`${part('title')}Stopped\r\n${part('file', '; filename="a.wav"')}half of it`);
    await eventually(() => expect(socket.bytesWritten).toBeGreaterThan(200));
    socket.destroy();
    // What is sent after it is answered after it was given up.
    await acceptedOf(await send(formOf('After it')));
    expect(await titles()).not.toContain('Stopped');
  });
});

const NOWHERE = 'prj_01jd3k4m5n6p7q8r9s0t1v2w3x';
