import { isIP } from 'node:net';
import { z } from 'zod';
import type { DoorConfig } from './config.types.ts';
import { count, flag, limit, milliseconds } from './setting-types.ts';

/** Names or origins with commas between them. */
const list = () =>
  z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((name) => name.trim().toLowerCase() || []));

/** Settings of who may reach the gateway. */
export const doorSettings = {
  AFTERWORD_HOSTS: list().describe(
    'Host names under which people reach the gateway, besides loopback and that of AFTERWORD_PUBLIC_URL, with commas between them. Requests for other names are refused: a web page could give its own name this address.',
  ),
  AFTERWORD_ALLOW_OPEN: flag()
    .default(false)
    .describe(
      'Whether AFTERWORD_HOST may be an address that other machines reach. Everyone who reaches it can then read and change everything, because there are no keys: put a proxy with a login in front of it.',
    ),
  AFTERWORD_CONNECTION_IDLE_MILLISECONDS: milliseconds()
    .default(60_000)
    .describe(
      'Time after which a connection is closed on which nothing moves: an upload that has stopped, or a reader that takes no more.',
    ),
  AFTERWORD_REQUEST_LONGEST_MILLISECONDS: milliseconds()
    .default(6 * 60 * 60_000)
    .describe('Longest time in which a whole request may arrive, with its upload.'),
  AFTERWORD_BODY_LONGEST_MILLISECONDS: milliseconds()
    .default(30_000)
    .describe('Longest time in which a body that is no upload may arrive.'),
  AFTERWORD_UPLOAD_LEAST_BYTES_PER_SECOND: limit()
    .default(1024)
    .describe(
      'Least rate of an upload, on average over AFTERWORD_CONNECTION_IDLE_MILLISECONDS. A slower one is ended: it would hold a connection and a file for hours. 0 means no limit.',
    ),
  AFTERWORD_STREAMS_MAX: count()
    .default(1000)
    .describe('Maximum number of event streams that a gateway serves at the same time.'),
  AFTERWORD_STREAMS_PER_CALLER: count()
    .default(200)
    .describe(
      'Maximum number of event streams of one address. Behind a proxy, all its clients have the address of the proxy.',
    ),
  AFTERWORD_CORS_ORIGINS: list().describe(
    'Origins of other web pages that may use the API, such as `https://notes.example`, with commas between them.',
  ),
};

/** The settings that the doors depend on. */
type DoorSettings = {
  readonly [Name in keyof typeof doorSettings]: z.output<(typeof doorSettings)[Name]>;
} & { readonly AFTERWORD_HOST: string; readonly AFTERWORD_PUBLIC_URL?: string | undefined };

/** The values of {@link doorSettings}. */
export function doorConfig(settings: DoorSettings): DoorConfig {
  const { AFTERWORD_HOST: host, AFTERWORD_PUBLIC_URL: publicUrl } = settings;
  const own = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const address = isLoopback(host) || isEverywhere(host) ? [] : [host];
  return {
    hosts: [...new Set([...settings.AFTERWORD_HOSTS, ...own, ...address])],
    corsOrigins: settings.AFTERWORD_CORS_ORIGINS,
    idleMs: settings.AFTERWORD_CONNECTION_IDLE_MILLISECONDS,
    longestRequestMs: settings.AFTERWORD_REQUEST_LONGEST_MILLISECONDS,
    bodies: {
      longestMs: settings.AFTERWORD_BODY_LONGEST_MILLISECONDS,
      leastBytesPerSecond: settings.AFTERWORD_UPLOAD_LEAST_BYTES_PER_SECOND,
      windowMs: settings.AFTERWORD_CONNECTION_IDLE_MILLISECONDS,
    },
    streams: {
      inAll: settings.AFTERWORD_STREAMS_MAX,
      perCaller: settings.AFTERWORD_STREAMS_PER_CALLER,
    },
  };
}

/** What is wrong with the address that the gateway listens on; empty when nothing is. */
export function openFaults(settings: DoorSettings): readonly string[] {
  const { AFTERWORD_HOST: host, AFTERWORD_ALLOW_OPEN: isAllowed } = settings;
  if (isAllowed || isLoopback(host)) return [];
  return [
    `AFTERWORD_HOST: other machines can reach ${host}, and whoever does can read and change everything. Set AFTERWORD_ALLOW_OPEN=true if that is wanted, or keep 127.0.0.1 and put a proxy with a login in front of it.`,
  ];
}

function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === 'localhost' || host === '::1';
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
