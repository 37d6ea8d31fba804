import { isIP } from 'node:net';

/**
 * Whether we answer under a host name: loopback, or one of the names of the installation. A web
 * page can give any other name this address and would then be of the same origin (DNS rebinding).
 * @param host as in the header `Host`, with or without a port
 * @param names of the installation, in lower case
 */
export function isOwnHost(host: string, names: readonly string[]): boolean {
  const name = hostNameOf(host);
  return name !== null && (isLoopback(name) || names.includes(name));
}

/** The name of a host without its port, in lower case; `null` when there is none. */
export function hostNameOf(host: string): string | null {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::\d{1,5})?$/.exec(host) ?? [];
  return (bracketed ?? plain)?.toLowerCase() ?? null;
}

function isLoopback(name: string): boolean {
  if (isIP(name) === 4) return name.startsWith('127.');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1';
}
