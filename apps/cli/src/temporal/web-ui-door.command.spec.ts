import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { BUILT_COMMAND } from '../../../../test/support/built-command.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { freePorts } from '../../../../test/support/free-port.ts';

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      ports: z.array(z.string()).default([]),
      command: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.string().nullable()).default({}),
    }),
  ),
});

const DOOR = 'temporal-ui-door';

async function services() {
  const file = await readFile('docker-compose.temporal.yml', 'utf8');
  return composeSchema.parse(parse(file, { merge: true })).services;
}

describe('the containers', () => {
  it('publish only the gateway and the door of the Temporal Web UI, on loopback', async () => {
    const published = Object.entries(await services()).flatMap(([name, { ports }]) =>
      ports.map((port) => [name, port]),
    );
    expect(published).toEqual([
      [DOOR, '127.0.0.1:4703:4703'],
      ['gateway', '127.0.0.1:4700:4700'],
    ]);
  });

  it('tell the door where the Web UI is, and both which page may use it', async () => {
    const all = await services();
    const target = all[DOOR]?.command.at(-1)?.split(':');
    expect(Object.keys(all)).toContain(target?.[0]);
    expect(all[DOOR]?.environment['AFTERWORD_TEMPORAL_UI_URL']).toBe(
      all['temporal-ui']?.environment['TEMPORAL_CORS_ORIGINS'],
    );
    expect(all[DOOR]?.environment).toHaveProperty('AFTERWORD_HOSTS');
  });
});

describe('the command of the door', () => {
  const webUi = http.createServer((_, response) => response.end('the page'));
  let child: ChildProcess;
  let port = 0;

  beforeAll(async () => {
    webUi.listen(0, '127.0.0.1');
    await once(webUi, 'listening');
    [port = 0] = await freePorts(1);
    const { command = [] } = (await services())[DOOR] ?? {};
    // As in the container, but for its image and the names of its network.
    const args = command.slice(command.indexOf('web-ui-door'), -1);
    const target = `127.0.0.1:${(webUi.address() as AddressInfo).port}`;
    const settings = {
      AFTERWORD_TEMPORAL_UI_PORT: String(port),
      AFTERWORD_TEMPORAL_UI_URL: 'https://temporal.example',
      AFTERWORD_HOST: '0.0.0.0',
      AFTERWORD_ALLOW_OPEN: 'true',
    };
    const { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS } = process.env;
    child = spawn(process.execPath, [BUILT_COMMAND, ...args, target], {
      env: { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS, ...settings },
    });
    await eventually(async () => expect((await ask('localhost')).status).toBe(200), 60_000);
  });
  afterAll(async () => {
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    webUi.close();
    expect(code).toBe(0);
  });

  /** `fetch` sets the header `Host` itself. */
  async function ask(host: string, method = 'GET', headers: http.OutgoingHttpHeaders = {}) {
    const options = { host: '127.0.0.1', port, method, headers: { host, ...headers } };
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http.request(options, resolve).on('error', reject).end();
    });
    return { status: response.statusCode, body: await text(response) };
  }

  it('lets the names of the installation pass, and no other', async () => {
    for (const host of [`127.0.0.1:${port}`, 'temporal.example']) {
      expect(await ask(host)).toEqual({ status: 200, body: 'the page' });
    }
    for (const host of ['evil.example', `rebound.example:${port}`, 'temporal-ui:8080']) {
      expect((await ask(host)).status).toBe(421);
    }
  });

  it('refuses what pages of other sites send', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await ask('localhost', 'POST', headers)).status).toBe(403);
    }
  });
});
