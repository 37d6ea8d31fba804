import { hostNameOf } from './host.rule.ts';

/** What a browser tells of the page that has caused a request. */
export interface RequestSource {
  /** The host that is asked, with its port. */
  readonly host: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** Origins and host names that are not foreign. */
export interface KnownSites {
  /** Host names of the installation: a proxy may ask under another one than the page has. */
  readonly hosts: readonly string[];
  readonly corsOrigins: readonly string[];
}

/**
 * Whether a page of another site has caused a request (Fetch Metadata, and the header `Origin`). What
 * is no browser sends neither, and is no page.
 */
export function isCrossSite(
  { host, origin, fetchSite }: RequestSource,
  known: KnownSites,
): boolean {
  if (origin === undefined) return fetchSite === 'cross-site';
  if (known.corsOrigins.includes(origin.toLowerCase())) return false;
  const own = URL.parse(origin)?.host ?? null;
  if (own === host.toLowerCase()) return fetchSite === 'cross-site';
  const name = own === null ? null : hostNameOf(own);
  return name === null || !known.hosts.includes(name);
}
