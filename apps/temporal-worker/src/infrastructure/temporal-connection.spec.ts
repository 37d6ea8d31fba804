import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { eventually } from '../../../../test/support/eventually.ts';
import { freePorts } from '../../../../test/support/free-port.ts';
import { newNamespace } from '../../../../test/support/shared-servers.ts';
import { connectToTemporal } from './temporal-connection.ts';

describe('the connection of a worker to Temporal', () => {
  let log: string[];
  let port: number;
  let stop: AbortController;
  beforeEach(async () => {
    log = [];
    [port = 0] = await freePorts(1);
    stop = new AbortController();
  });
  afterEach(() => stop.abort());

  const connect = () => {
    const logger = pino({}, { write: (line) => log.push(line) });
    return connectToTemporal(`127.0.0.1:${port}`, logger, stop.signal);
  };
  const untilRetrying = () => eventually(() => expect(log.join('')).toContain('"attempts":1'));

  /** Makes Temporal reachable at the port. @returns a function that ends that */
  async function openTemporal(): Promise<() => void> {
    const { address } = await newNamespace();
    const [host, realPort] = address.split(':');
    const sockets: net.Socket[] = [];
    const proxy = net.createServer((client) => {
      const server = net.connect(Number(realPort), host);
      sockets.push(client, server);
      client.on('error', () => server.destroy()).pipe(server);
      server.on('error', () => client.destroy()).pipe(client);
    });
    await once(proxy.listen(port, '127.0.0.1'), 'listening');
    return () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    };
  }

  it('is made as soon as Temporal can be reached, and each failure is logged', async () => {
    const connecting = connect();
    await untilRetrying();
    const close = await openTemporal();
    const connection = await connecting;
    const { capabilities } = await connection.workflowService.getSystemInfo({});
    expect(capabilities).toBeTruthy();
    await connection.close();
    close();
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      address: `127.0.0.1:${port}`,
      reason: expect.stringMatching(/./),
      msg: 'cannot connect to Temporal yet; retrying',
    });
  });

  it('is given up when the worker is stopped', async () => {
    const connecting = connect();
    await untilRetrying();
    stop.abort();
    await expect(connecting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
