import { readdir } from 'node:fs/promises';
import http from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { problemSchema } from '#contracts/api';
import { useGateway } from '../../../../../test/support/gateway.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the doors of a gateway', () => {
  const gateway = useGateway({
    settings: {
      AFTERWORD_HOSTS: 'notes.example',
      AFTERWORD_CORS_ORIGINS: 'https://friend.example',
    },
  });

  /** `fetch` sets the headers `Host` and `Origin` itself. */
  async function ask(method: string, path: string, headers: http.OutgoingHttpHeaders, body = '') {
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.request(gateway.url + path, { method, headers }, resolve);
      request.on('error', reject).end(body);
    });
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  }

  /** What only a program sends that is no browser. */
  async function raw(head: string) {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write(`${head}\r\nConnection: close\r\n\r\n`);
    const [answerHead = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    return { head: answerHead, body };
  }

  const problemOf = ({ body }: { readonly body: string }) => problemSchema.parse(JSON.parse(body));

  it.each(['/conversations', '/health/live', '/app/', '/docs', '/nowhere'])(
    'answer nothing under a foreign name: %s',
    async (path) => {
      const answer = await ask('GET', path, { host: 'evil.example' });
      expect(problemOf(answer)).toMatchObject({ status: 421, code: 'host_not_allowed' });
    },
  );

  it('answer under loopback and under the names of the installation', async () => {
    for (const host of ['localhost:4700', '[::1]:4700', 'notes.example']) {
      expect((await ask('GET', '/conversations', { host })).status).toBe(200);
    }
  });

  it.each([
    ['POST', '/queues/speech/pause'],
    ['POST', '/tasks/test/summary'],
    ['POST', '/conversations'],
    ['DELETE', '/conversations/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x'],
  ])('let no page of another site change anything: %s %s', async (method, path) => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await ask(method, path, headers);
      expect(problemOf(answer)).toMatchObject({ status: 403, code: 'cross_site_refused' });
    }
    const { body } = await ask('GET', '/queues', {});
    expect(body).not.toContain('"paused":true');
  });

  it('let the pages of listed origins use the API, and no others', async () => {
    const preflight = (origin: string) =>
      ask('OPTIONS', '/conversations', {
        ...{ origin, 'access-control-request-method': 'POST' },
        'access-control-request-headers': 'content-type',
      });
    const friend = await preflight('https://friend.example');
    expect(friend.headers['access-control-allow-origin']).toBe('https://friend.example');
    expect((await preflight('https://evil.example')).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
    const headers = { origin: 'https://friend.example', ...JSON_TYPE };
    expect((await ask('POST', '/conversations', headers, '{}')).status).toBe(201);
  });

  it.each([
    ['DELETE', '/conversations', 'GET, HEAD, POST'],
    ['PUT', '/conversations/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x', 'DELETE, GET, HEAD, PATCH'],
    ['POST', '/health/live', 'GET, HEAD'],
  ])('tell the methods of a path: %s %s', async (method, path, allow) => {
    const answer = await ask(method, path, {});
    expect(problemOf(answer)).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(answer.headers.allow).toBe(allow);
  });

  it.each([
    [
      'another host in the target',
      'GET http://evil.example/conversations HTTP/1.1\r\nHost: localhost',
      421,
    ],
    ['a second host', 'GET /conversations HTTP/1.1\r\nHost: localhost\r\nHost: evil.example', 400],
    ['no host', 'GET /conversations HTTP/1.1\r\nAccept: */*', 400],
    ['no host, as in HTTP/1.0', 'GET /conversations HTTP/1.0', 400],
    ['a connection to elsewhere', 'CONNECT evil.example:80 HTTP/1.1\r\nHost: localhost', 400],
  ])('refuse a request with %s by a problem document', async (_, head, status) => {
    expect(problemOf(await raw(head))).toMatchObject({ status });
  });

  it('serve those who expect something that there is not', async () => {
    const answer = await raw('GET /health/live HTTP/1.1\r\nHost: localhost\r\nExpect: cake');
    expect(answer.head).toMatch(/^HTTP\/1.1 200 /);
  });

  it.each(['%ff', 'caf%e9', '%ed%a0%80', 'a%20%c3'])(
    'search for nothing that is not UTF-8: %s',
    async (words) => {
      const answer = await ask('GET', `/conversations?search=${words}`, {});
      expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid_encoding' });
      expect((await ask('GET', '/conversations?search=100%', {})).status).toBe(200);
    },
  );

  it.each(['gzip', 'br', 'identity, gzip'])('take no encoded body: %s', async (coding) => {
    const headers = { ...JSON_TYPE, 'content-encoding': coding };
    const answer = await ask('POST', '/conversations', headers, '{}');
    expect(problemOf(answer)).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  });

  it('tell the methods of a path that is written otherwise, and none of another path', async () => {
    const answer = await ask('DELETE', '/%63onversations/', {});
    expect(answer.headers.allow).toBe('GET, HEAD, POST');
    expect((await ask('GET', '//conversations//', {})).status).toBe(404);
  });

  it('answer 404 where there is no path, and take a slash at the end of one', async () => {
    expect(problemOf(await ask('POST', '/nowhere', {}))).toMatchObject({ status: 404 });
    expect((await ask('GET', '/conversations/', {})).status).toBe(200);
  });

  it('keep answers out of caches, frames and guesses about their type', async () => {
    for (const path of ['/conversations', '/nowhere', '/openapi.json']) {
      const { headers } = await ask('GET', path, {});
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
    }
    const docs = await ask('GET', '/docs', {});
    expect(docs.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('take only UTF-8', async () => {
    const latin = Buffer.from('{"title":"Caf\u00e9"}', 'latin1').toString('latin1');
    const answer = await fetch(`${gateway.url}/conversations`, {
      ...{ method: 'POST', headers: JSON_TYPE, body: Buffer.from(latin, 'latin1') },
    });
    expect(problemSchema.parse(await answer.json())).toMatchObject({ code: 'invalid_encoding' });
    const named = { 'content-type': 'application/json; charset=iso-8859-1' };
    const other = await ask('POST', '/conversations', named, '{}');
    expect(problemOf(other)).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    const utf8 = { 'content-type': 'application/json; charset=UTF-8' };
    expect((await ask('POST', '/conversations', utf8, '{"title":"Café"}')).status).toBe(201);
  });

  it.each([
    ['a field', 'name="title"', 'file"; filename="a.wav"', '', 400, 'invalid_encoding'],
    ['a file name', 'name="title"', 'file"; filename="\xe9.wav"', '', 400, 'invalid_encoding'],
    [
      'a named charset',
      'name="title"',
      'file"; filename="a.wav"',
      '\r\nContent-Type: text/plain; charset=iso-8859-1',
      415,
      'unsupported_media_type',
    ],
  ])('take only UTF-8 in a form: %s', async (what, field, file, type, status, code) => {
    const title = what === 'a file name' ? 'Caf' : 'Caf\xe9';
    const parts = [`${field}${type}\r\n\r\n${title}`, `name="${file}\r\n\r\nsound`].map(
      (part) => `--b\r\nContent-Disposition: form-data; ${part}\r\n`,
    );
    const answer = await fetch(`${gateway.url}/clips`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: Buffer.from(`${parts.join('')}--b--\r\n`, 'latin1'),
    });
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status, code });
    expect(await readdir(path.join(gateway.blobFolder, 'incoming')).catch(() => [])).toEqual([]);
    const { body } = await ask('GET', '/conversations', {});
    expect(body).not.toContain('Caf\ufffd');
  });

  it.each([
    ['multipart/form-data', 400],
    [`multipart/form-data; boundary=${'b'.repeat(3_000)}`, 400],
  ])('refuse a form without a boundary that can be found: %s', async (type, status) => {
    const answer = await ask('POST', '/clips', { 'content-type': type }, '--b--');
    expect(problemOf(answer)).toMatchObject({ status, code: 'invalid_request' });
  });

  it('answer what is no HTTP, or too much of it, with a problem document', async () => {
    const long = await ask('GET', '/conversations', { 'x-long': 'x'.repeat(20_000) });
    expect(problemOf(long)).toMatchObject({ status: 431, code: 'headers_too_large' });
    expect(long.headers['content-type']).toContain('application/problem+json');
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nno header\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 /);
    expect(head).toContain('application/problem+json');
    expect(problemOf({ body })).toMatchObject({ code: 'invalid_request' });
  });

  it.each([
    ['far too many levels', '['.repeat(500_000)],
    ['levels in a field', `{"tags":${'['.repeat(100)}${']'.repeat(100)}}`],
    ['a key that every object has', '{"constructor":1}'],
    ['such a key in escapes', '{"constr\\u0075ctor":1}'],
    ['the prototype of objects', '{"__proto__":{"title":"x"}}'],
    ['no JSON', '{"title":'],
  ])('refuse %s with a problem document', async (_, body) => {
    const answer = await ask('POST', '/conversations', JSON_TYPE, body);
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('take brackets in strings for text', async () => {
    const title = '['.repeat(150);
    const answer = await ask('POST', '/conversations', JSON_TYPE, JSON.stringify({ title }));
    expect(answer.status).toBe(201);
  });
});
