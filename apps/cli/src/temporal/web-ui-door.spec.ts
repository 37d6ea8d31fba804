import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { freePorts } from '../../../../test/support/free-port.ts';
import { hiddenAddress, type LocalAddress } from './hidden-address.ts';
import { WebUiDoor } from './web-ui-door.ts';

describe('the door of the Temporal Web UI', () => {
  let door: WebUiDoor;
  let port = 0;
  let target: LocalAddress | null;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let reached: string[] = [];
  const webUi = http.createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    answer(request, response);
  });

  beforeEach(async () => {
    reached = [];
    answer = (_, response) => response.end('the page');
    target = await hiddenAddress();
    webUi.listen(target);
    await once(webUi, 'listening');
    [port = 0] = await freePorts(1);
    door = new WebUiDoor({ port, hosts: ['temporal.example'], target: () => target });
    await door.start();
  });
  afterEach(async () => {
    await door.stop();
    webUi.closeAllConnections();
    webUi.close();
    await once(webUi, 'close');
  });

  /** `fetch` sets the header `Host` itself. */
  const ask = async (headers: http.OutgoingHttpHeaders = {}, method = 'GET', body = '') => {
    const options = { method, headers, port, host: '127.0.0.1', path: '/api/v1/x?y=1' };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      http.request(options, resolve).on('error', reject).end(body);
    });
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  };

  it('lets the names of the installation pass, with all that they send and get', async () => {
    answer = (request, response) => {
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'], 'x-from': 'ui' });
      request.pipe(response);
    };
    for (const host of ['localhost', '127.0.0.1:4703', 'Temporal.Example']) {
      const answered = await ask({ host, 'x-one': '1' }, 'POST', 'what was sent');
      expect(answered).toMatchObject({ status: 201, body: 'what was sent' });
      expect(answered.headers).toMatchObject({ 'set-cookie': ['a=1', 'b=2'], 'x-from': 'ui' });
    }
    expect(reached).toEqual(Array.from({ length: 3 }, () => 'POST /api/v1/x?y=1'));
  });

  it.each([
    ['a foreign name', 'GET', { host: 'evil.example:4703' }, 421, 'host_not_allowed'],
    [
      'a name that only begins alike',
      'GET',
      { host: 'localhost.evil.example' },
      421,
      'host_not_allowed',
    ],
    ['another site', 'POST', { origin: 'https://evil.example' }, 403, 'cross_site_refused'],
    ['another port', 'DELETE', { origin: 'http://127.0.0.1:1' }, 403, 'cross_site_refused'],
    ['a page without origin', 'PUT', { 'sec-fetch-site': 'cross-site' }, 403, 'cross_site_refused'],
  ])('lets nothing pass of %s', async (_, method, headers, status, code) => {
    const answered = await ask(headers, method);
    expect(answered.status).toBe(status);
    expect(JSON.parse(answered.body)).toMatchObject({ code });
    expect(reached).toEqual([]);
  });

  it('sends what the Web UI sends when it sends it', async () => {
    const rest = Promise.withResolvers<undefined>();
    answer = (_, response) => {
      response.write('one ');
      void rest.promise.then(() => response.end('two'));
    };
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const reader = response.body!.getReader();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('one ');
    rest.resolve(undefined);
    expect(Buffer.from((await reader.read()).value).toString()).toBe('two');
  });

  it('ends a request whose client has gone', async () => {
    let isClosed = false;
    answer = (_, response) => response.once('close', () => (isClosed = true)).write('half');
    const abort = new AbortController();
    await fetch(`http://127.0.0.1:${port}/`, { signal: abort.signal });
    abort.abort();
    await eventually(() => expect(isClosed).toBe(true));
  });

  it('says that the Web UI is away, and finds it again at another place', async () => {
    const place = target;
    target = await hiddenAddress();
    expect((await ask()).status).toBe(502);
    target = null;
    expect((await ask()).status).toBe(502);
    target = place;
    expect(await ask()).toMatchObject({ status: 200, body: 'the page' });
  });
});

describe('a hidden address', () => {
  it('is one of loopback, and each time another one', async () => {
    const addresses = await Promise.all(Array.from({ length: 5 }, () => hiddenAddress()));
    for (const { host, port } of addresses) {
      expect(host).toMatch(/^127\./);
      expect(port).toBeGreaterThan(0);
    }
    expect(new Set(addresses.map(({ host, port }) => `${host}:${port}`)).size).toBe(5);
  });
});
