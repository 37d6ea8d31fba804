import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { clipForm, createConversation, upload } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { jsonRequest } from '../../../../../test/support/json-request.ts';
import { newProject } from '../../projects/project.fixture.ts';

describe('the answers of a gateway', () => {
  const gateway = useGateway();
  let conversationId: string;
  beforeAll(async () => {
    conversationId = await createConversation(gateway.url);
    const turns = Array.from({ length: 40 }, () => ({
      speaker: 'Ada',
      text: 'The same as I said before, again.',
    }));
    await fetch(
      `${gateway.url}/conversations/${conversationId}/exchanges`,
      jsonRequest('POST', { turns }),
    );
  });

  /** `fetch` decodes the answer itself. */
  async function ask(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET') {
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http
        .request(gateway.url + path, { headers, method }, resolve)
        .on('error', reject)
        .end();
    });
    const bytes = await buffer(response);
    return { status: response.statusCode, headers: response.headers, bytes };
  }

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('are compressed for who accepts it: %s', async (encoding, decode) => {
    const transcript = `/conversations/${conversationId}/transcript`;
    for (const path of ['/openapi.json', transcript, `${transcript}?format=txt`]) {
      const plain = await ask(path);
      const packed = await ask(path, { 'accept-encoding': encoding });
      expect([path, packed.headers['content-encoding']]).toEqual([path, encoding]);
      expect(packed.headers['content-length']).toBe(String(packed.bytes.length));
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(decode(packed.bytes).equals(plain.bytes)).toBe(true);
      for (const { headers } of [plain, packed]) expect(headers.vary).toBe('accept-encoding');
      expect(plain.headers).not.toHaveProperty('content-encoding');
    }
  });

  it('are sent as they are when they are short, or bytes, or parts of them', async () => {
    const accept = { 'accept-encoding': 'gzip, br' };
    const { status, headers } = await ask('/health/live', accept);
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
    const sound = Buffer.alloc(5_000);
    const uploaded = await upload(gateway.url, conversationId, clipForm(sound));
    const { clip } = (await uploaded.json()) as { clip: { id: string } };
    const path = `/conversations/${conversationId}/clips/${clip.id}/audio`;
    const whole = await ask(path, accept);
    expect([whole.headers['content-encoding'], whole.bytes.length]).toEqual([undefined, 5_000]);
    const part = await ask(path, { ...accept, range: 'bytes=0-2999' });
    expect([part.status, part.bytes.length]).toEqual([206, 3_000]);
    expect(part.headers['content-encoding']).toBeUndefined();
  });

  it('have a weak tag when they are compressed, which stands for the same', async () => {
    const { id } = await newProject(gateway.url);
    const path = `/projects/${id}/plan`;
    const milestones = Array.from({ length: 60 }, () => ({ name: 'Opening', on: '2026-12-01' }));
    const change = (tag: string) =>
      fetch(gateway.url + path, jsonRequest('PUT', { milestones }, { 'if-match': tag }));
    expect((await change('*')).status).toBe(200);
    const { headers } = await ask(path, { 'accept-encoding': 'br' });
    const tag = headers.etag ?? '';
    expect(tag).toBe(`W/${(await ask(path)).headers.etag}`);
    expect((await change(tag)).status).toBe(200);
    expect((await change('W/"another"')).status).toBe(412);
  });

  it('to HEAD have no body, and name no encoding', async () => {
    const head = await ask('/openapi.json', { 'accept-encoding': 'gzip' }, 'HEAD');
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers).toMatchObject({ vary: 'accept-encoding' });
    expect(head.headers).not.toHaveProperty('content-encoding');
  });
});
