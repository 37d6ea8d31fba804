import { tlsEnvironment } from './tls-environment.ts';

/** Parameters of a URL that libpq takes from the environment, under the name it has there. */
const PARAMETERS: Readonly<Record<string, string>> = {
  application_name: 'PGAPPNAME',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  options: 'PGOPTIONS',
};

/**
 * The environment variables with which PostgreSQL's programs connect to the same database as the
 * driver does. A password in the environment is hidden from other users of the machine; in the
 * arguments of a program it would not be.
 * @param url `postgresql://…`; a Unix socket is its parameter `host`, or its percent-encoded host
 * @returns variables of libpq; what the URL does not say is missing
 */
export function connectionEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const parameter = (name: string): string => searchParams.get(name) ?? '';
  const variables = {
    PGHOST: parameter('host') || decodeURIComponent(hostname.replace(/^\[(.*)\]$/, '$1')),
    PGPORT: parameter('port') || port,
    PGUSER: parameter('user') || decodeURIComponent(username),
    PGPASSWORD: parameter('password') || decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...Object.fromEntries(
      Object.entries(PARAMETERS).map(([name, variable]) => [variable, parameter(name)]),
    ),
    ...tlsEnvironment(searchParams),
  };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}
