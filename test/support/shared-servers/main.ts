import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SharedServers } from './shared-servers.ts';

/**
 * The program that runs the shared servers. It answers on loopback until its IPC channel closes, which
 * happens whenever and however the test run ends.
 */
const servers = new SharedServers();

/** What specs ask for, by method and path. */
const ANSWERS: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
  'POST /databases': (original) => servers.newDatabase(original),
  'DELETE /databases': (name) => servers.dropDatabase(name),
  'POST /namespaces': () => servers.newNamespace(),
  'POST /stack': () => servers.stack(),
  'POST /workflow-bundle': () => servers.workflowBundle(),
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, path = '', name = ''] = (request.url ?? '').split('/');
  const asked = ANSWERS[`${request.method} /${path}`];
  // A spec on a busy machine may use a kept connection at the moment in which it is closed.
  response.setHeader('connection', 'close');
  if (!asked) return void response.writeHead(404).end();
  try {
    const body = JSON.stringify((await asked(name)) ?? null);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  } catch (error) {
    response.writeHead(500).end(error instanceof Error ? error.stack : String(error));
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => {
  server.closeAllConnections();
  server.close();
  void servers.stop();
});
