import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';

/** An address of this machine. */
export interface LocalAddress {
  readonly host: string;
  readonly port: number;
}

const LOOPBACK = '127.0.0.1';

/**
 * Chooses a free loopback address that nobody can guess, for a server that answers everyone: one of the
 * 2^24 addresses of 127.0.0.0/8 (RFC 1122, section 3.2.1.3) with a free port. A system that has only
 * 127.0.0.1, such as macOS, leaves the port to be guessed.
 */
export async function hiddenAddress(): Promise<LocalAddress> {
  const host = ['127', randomInt(256), randomInt(256), randomInt(1, 255)].join('.');
  return freePortOf(host).catch(() => freePortOf(LOOPBACK));
}

async function freePortOf(host: string): Promise<LocalAddress> {
  const server = net.createServer().listen({ host, port: 0, exclusive: true });
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('this is no port');
  return { host, port: address.port };
}
