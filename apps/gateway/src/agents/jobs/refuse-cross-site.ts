import type { FastifyRequest } from 'fastify';
import { AppError } from '#platform';

/**
 * Refuses a request that a page of another site has caused. A `GET` that starts work needs it: a
 * browser sends one for every image and link of any page.
 * @throws AppError `cross_site_refused`
 */
export function refuseCrossSite({ headers, host }: FastifyRequest): void {
  const { origin } = headers;
  const isForeign = origin !== undefined && hostOf(origin) !== host.toLowerCase();
  if (headers['sec-fetch-site'] !== 'cross-site' && !isForeign) return;
  const message = 'A page of another site has sent this request, so nothing was started.';
  throw new AppError('cross_site_refused', message);
}

/** The host of an origin; `null` for the opaque origin `null`. */
function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
