import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { ApiClient } from '../support/api-client.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { launchBrowser } from './browser.ts';

/** A name of somebody else, which the browser resolves to this machine, as a rebinding name server does. */
const EVIL = 'rebound.evil.example';

/** Browsers are beginning to keep pages from local addresses themselves; many do not. */
const WITHOUT_OWN_GUARD =
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests';

/** What a page of somebody else sees of a request; `null` when the browser keeps the answer from it. */
interface Seen {
  readonly status: number | null;
  readonly text: string | null;
}

/** What the tests send. */
interface SimpleRequest {
  readonly method?: string;
  readonly body?: string;
  readonly mode?: 'cors' | 'no-cors';
}

/** Another server of this machine, whose pages anybody may have written. */
const foreign = http.createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Foreign</title>');
});

let stack: StackPlace;
let browser: Browser;
let page: Page;
let conversationId: string;

beforeAll(async () => {
  foreign.listen(0, '127.0.0.1');
  await once(foreign, 'listening');
  [stack, browser] = await Promise.all([
    sharedStack(),
    launchBrowser([`--host-resolver-rules=MAP ${EVIL} 127.0.0.1`, WITHOUT_OWN_GUARD]),
  ]);
  ({ id: conversationId } = await new ApiClient(stack.baseUrl).createConversation('Our secrets'));
});
afterAll(async () => {
  await browser.close();
  foreign.close();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
});
afterEach(() => page.context().close());

/** URL of a page of a foreign origin: of another port, or of a name of its own. */
const foreignUrl = (name: string) => `http://${name}:${(foreign.address() as AddressInfo).port}/`;
/** A URL of ours under the name of somebody else. */
const rebound = (url: string) => url.replace('127.0.0.1', EVIL);

/** Asks from within the page, as a script of it does. */
function askFrom(url: string, init: SimpleRequest = {}): Promise<Seen> {
  return page.evaluate(
    async ([address, options]) => {
      try {
        const response = await fetch(address, options);
        const isOpaque = response.type === 'opaque';
        return {
          status: isOpaque ? null : response.status,
          text: isOpaque ? null : await response.text(),
        };
      } catch {
        return { status: null, text: null };
      }
    },
    [url, init] as const,
  );
}

const isPaused = async () =>
  (await (await fetch(`${stack.baseUrl}/queues`)).text()).includes('"paused":true');
const titles = async () => (await fetch(`${stack.baseUrl}/conversations?limit=100`)).text();

describe.each([
  ['another port of this machine', '127.0.0.1'],
  ['a site of another name', EVIL],
])('a page of %s', (_, name) => {
  beforeEach(() => page.goto(foreignUrl(name)));

  it('reads nothing', async () => {
    for (const path of [
      '/conversations',
      `/conversations/${conversationId}/transcript`,
      '/queues',
    ]) {
      for (const mode of ['cors', 'no-cors'] as const) {
        expect(await askFrom(stack.baseUrl + path, { mode })).toEqual({ status: null, text: null });
      }
    }
    const streamed = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const source = new EventSource(url);
          source.onopen = () => resolve('open');
          source.onerror = () => resolve('refused');
        }),
      `${stack.baseUrl}/events`,
    );
    expect(streamed).toBe('refused');
  });

  it('shows nothing of ours in a frame', async () => {
    await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = resolve;
      frame.src = '${stack.baseUrl}/app/';
      document.body.append(frame);
    })`);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    expect(await frame?.evaluate('document.body.innerText')).not.toContain('Conversations');
  });

  it('changes nothing, also by requests that need no leave of ours', async () => {
    const before = await titles();
    const simple: readonly [string, SimpleRequest][] = [
      ['/queues/speech/pause', { method: 'POST' }],
      ['/tasks/test/summary', { method: 'POST' }],
      ['/conversations', { method: 'POST', body: '{"title":"Planted"}' }],
    ];
    for (const [path, init] of simple) {
      for (const mode of ['cors', 'no-cors'] as const) {
        expect((await askFrom(stack.baseUrl + path, { ...init, mode })).status).toBeNull();
      }
    }
    await askFrom(`${stack.baseUrl}/conversations/${conversationId}`, { method: 'DELETE' });
    for (const path of [`/conversations/${conversationId}/clips`, '/clips']) {
      await sendForm(stack.baseUrl + path);
      await page.goto(foreignUrl(name));
    }
    expect(await titles()).toBe(before);
    expect(await isPaused()).toBe(false);
  });

  it('neither reads nor uses the Temporal Web UI', async () => {
    const api = `${stack.temporalUiUrl}/api/v1/namespaces`;
    expect(await askFrom(api)).toEqual({ status: null, text: null });
    const batch = `${api}/default/workflows/nothing/terminate`;
    for (const mode of ['cors', 'no-cors'] as const) {
      const seen = await askFrom(batch, { method: 'POST', body: '{}', mode });
      expect(seen).toEqual({ status: null, text: null });
    }
  });
});

/** Sends a form with a file, for whose answer the page is left. */
async function sendForm(url: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url() === url);
  await page.evaluate(`{
    const form = document.createElement('form');
    Object.assign(form, { action: '${url}', method: 'post', enctype: 'multipart/form-data' });
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'file' });
    const files = new DataTransfer();
    files.items.add(new File(['planted'], 'planted.wav'));
    input.files = files.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }`);
  expect((await answered).status()).toBe(403);
  await page.waitForURL(url);
}

describe('a page whose name was rebound to this machine', () => {
  it.each([
    ['the gateway', () => stack.baseUrl, '/conversations'],
    ['the Temporal Web UI', () => stack.temporalUiUrl, '/api/v1/namespaces'],
  ])('is nothing of its own origin to %s', async (_, urlOf, path) => {
    const opened = await page.goto(rebound(urlOf() + path));
    expect(opened?.status()).toBe(421);
    // The page itself comes from a server of its author, before the name is given our address.
    const home = `${rebound(urlOf())}/home`;
    await page.route(home, (route) => route.fulfill({ contentType: 'text/html', body: 'hello' }));
    await page.goto(home);
    const read = await askFrom(rebound(urlOf() + path));
    expect(read.status).toBe(421);
    expect(read.text).not.toContain('Our secrets');
    const written = await askFrom(rebound(`${urlOf()}/queues/speech/pause`), { method: 'POST' });
    expect(written.status).toBe(421);
    expect(await isPaused()).toBe(false);
  });

  it('is one of ours under our own name, so that the test can fail', async () => {
    await page.goto(`${stack.baseUrl}/app/`);
    const read = await askFrom('/conversations');
    expect(read.text).toContain('Our secrets');
    await page.goto(stack.temporalUiUrl);
    expect((await askFrom('/api/v1/namespaces')).text).toContain('namespaceInfo');
  });
});
