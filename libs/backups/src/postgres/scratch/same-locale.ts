import pg from 'pg';

/** How a database encodes and sorts text. Columns have different names in different versions. */
interface DatabaseLocale {
  readonly encoding: string;
  readonly provider: string;
  readonly datcollate: string;
  readonly datctype: string;
  readonly locale: string | null;
}

const OWN_LOCALE = `
  SELECT
    pg_encoding_to_char(d.encoding) AS encoding,
    coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') AS provider,
    d.datcollate, d.datctype,
    coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale
  FROM pg_catalog.pg_database d WHERE d.datname = current_database()`;

/**
 * Options of CREATE DATABASE for an empty database that encodes and sorts text as the one that a
 * client is connected to: it may take its place.
 */
export async function sameLocale(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<DatabaseLocale>(OWN_LOCALE);
  const [own] = rows;
  if (own === undefined) throw new Error('a connection without a database');
  const literal = (text: string): string => pg.escapeLiteral(text);
  return [
    `TEMPLATE template0 ENCODING ${literal(own.encoding)}`,
    `LC_COLLATE ${literal(own.datcollate)} LC_CTYPE ${literal(own.datctype)}`,
    ...(own.locale === null ? [] : [providerOptions(own.provider, literal(own.locale))]),
  ].join(' ');
}

function providerOptions(provider: string, locale: string): string {
  return provider === 'b'
    ? `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${locale}`
    : `LOCALE_PROVIDER icu ICU_LOCALE ${locale}`;
}
