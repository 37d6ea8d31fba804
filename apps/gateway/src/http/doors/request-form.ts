import type { FastifyRequest } from 'fastify';
import { AppError, isOwnHost } from '#platform';
import { InvalidRequestError } from '../field-errors.ts';

/** Bytes of a query as they are written in a URL. */
const ENCODED_BYTES = /(?:%[0-9a-f]{2})+/gi;

/**
 * What is wrong with a request before anybody asks what it wants: for which host it is must be clear, and
 * its words must be words. `null` if nothing is.
 */
export function formRefusal(request: FastifyRequest, hosts: readonly string[]): AppError | null {
  return hostRefusal(request, hosts) ?? queryRefusal(request.url) ?? codingRefusal(request);
}

function hostRefusal({ raw, host }: FastifyRequest, hosts: readonly string[]): AppError | null {
  const count = raw.rawHeaders.filter((text, n) => n % 2 === 0 && /^host$/i.test(text)).length;
  if (count > 1) return invalid('has more than one header Host');
  if (host === '') return invalid('has no header Host');
  const named = [host, ...authoritiesOf(raw.url ?? '')];
  const foreign = named.find((name) => !isOwnHost(name, hosts));
  if (foreign === undefined) return null;
  return new AppError('host_not_allowed', `The host ${foreign} is not one of this gateway.`);
}

/** A request to a proxy names the host in its target as well. */
function authoritiesOf(target: string): readonly string[] {
  const [, authority] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(target) ?? [];
  return authority === undefined ? [] : [authority];
}

/** A replacement character would search for what nobody has asked for. */
function queryRefusal(url: string): AppError | null {
  const at = url.indexOf('?');
  const runs = at < 0 ? [] : (url.slice(at).match(ENCODED_BYTES) ?? []);
  return runs.every(isUtf8)
    ? null
    : new AppError('invalid_encoding', 'The query of the URL is not UTF-8.');
}

function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** Bodies are read as they come. */
function codingRefusal({ headers }: FastifyRequest): AppError | null {
  const coding = headers['content-encoding'] ?? 'identity';
  if (/^identity$/i.test(coding)) return null;
  const message = `The body is encoded as ${coding}; send it as it is.`;
  return new AppError('unsupported_media_type', message);
}

function invalid(message: string): AppError {
  return new InvalidRequestError([{ path: 'request', message }], `The request ${message}.`);
}
