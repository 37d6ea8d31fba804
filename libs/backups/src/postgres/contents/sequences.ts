import type pg from 'pg';
import type { SequenceContents } from '../../manifest/manifest.ts';
import { userSequences } from './user-tables.ts';

/**
 * The next value of each sequence. Sequences do not take part in transactions, so they may be further
 * than a snapshot shows, and never less far.
 */
export async function nextSequenceValues(
  client: pg.ClientBase,
): Promise<readonly SequenceContents[]> {
  const values: SequenceContents[] = [];
  for (const { name, sql } of await userSequences(client)) {
    const { rows } = await client.query<{ next: string }>(
      `SELECT last_value + CASE WHEN is_called THEN s.seqincrement ELSE 0 END AS next
       FROM ${sql}, pg_catalog.pg_sequence s WHERE s.seqrelid = $1::regclass`,
      [sql],
    );
    values.push({ name, next: Number(rows[0]?.next) });
  }
  return values;
}
