import type pg from 'pg';
import type { TableContents } from '../../manifest/manifest.ts';
import type { Relation } from './user-tables.ts';

/** Settings that decide how values are written as text. Equal rows must have equal text everywhere. */
const SETTINGS: Readonly<Record<string, string>> = {
  bytea_output: 'hex',
  DateStyle: 'ISO, YMD',
  // Enough digits that different numbers have different text.
  extra_float_digits: '1',
  IntervalStyle: 'postgres',
  lc_monetary: 'C',
  // Reading must not take processors from those who write.
  max_parallel_workers_per_gather: '0',
  // Rows that a policy hides would be missing without notice; this makes them an error.
  row_security: 'off',
  // Names of types and relations are then qualified.
  search_path: 'pg_catalog',
  TimeZone: 'UTC',
};

/** The two halves of the sums that make a hash. */
const HALF_BITS = 64;

/** Fixes how values are written, until the end of the transaction. */
export async function fixTextOfValues(client: pg.ClientBase): Promise<void> {
  for (const [name, value] of Object.entries(SETTINGS)) {
    await client.query('SELECT set_config($1, $2, true)', [name, value]);
  }
}

/**
 * The number of rows of a table and a hash of all of them, in one statement and bounded memory. The
 * hash is the sum of the rows' hashes: the order of rows does not matter, and equal rows count each.
 */
export async function tableContents(
  client: pg.ClientBase,
  { name, sql }: Relation,
): Promise<TableContents> {
  // The alias must be no name of a column. OFFSET keeps the hash from being computed for each sum.
  const { rows } = await client.query<{ rows: string; high: string; low: string }>(`
    SELECT count(*) AS rows, coalesce(sum(${half(1)}), 0) AS high, coalesce(sum(${half(9)}), 0) AS low
    FROM (
      SELECT sha256(convert_to("the row"::text, 'UTF8')) AS hash FROM ${sql} AS "the row" OFFSET 0
    ) AS hashed`);
  const { rows: count = '0', high = '0', low = '0' } = rows[0] ?? {};
  return { name, rows: Number(count), hash: hex(high) + hex(low) };
}

/** Eight bytes of a row's hash as a number. */
function half(from: number): string {
  return `('x' || encode(substr(hash, ${from}, 8), 'hex'))::bit(${HALF_BITS})::bigint`;
}

function hex(sum: string): string {
  const digits = HALF_BITS / 4;
  return BigInt.asUintN(HALF_BITS, BigInt(sum)).toString(16).padStart(digits, '0');
}
