import type pg from 'pg';

/** A table or sequence that a dump contains. */
export interface Relation {
  /** Name for people: qualified by its schema unless that is `public`. */
  readonly name: string;
  /** Quoted and qualified, for statements. */
  readonly sql: string;
}

/** What an extension has brought is not dumped, and neither are other sessions' temporary tables. */
const RELATIONS = `
  SELECT
    CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS name,
    format('%I.%I', n.nspname, c.relname) AS sql
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = ANY ($1::"char"[])
    AND NOT c.relispartition
    AND n.nspname <> 'information_schema'
    AND n.nspname NOT LIKE 'pg\\_%'
    AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    )
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;

/** All tables, also partitioned ones (with the rows of their partitions) and materialised views. */
export async function userTables(client: pg.ClientBase): Promise<readonly Relation[]> {
  return relations(client, ['r', 'p', 'm']);
}

/** All sequences, also those of columns. */
export async function userSequences(client: pg.ClientBase): Promise<readonly Relation[]> {
  return relations(client, ['S']);
}

async function relations(
  client: pg.ClientBase,
  kinds: readonly string[],
): Promise<readonly Relation[]> {
  const { rows } = await client.query<{ name: string; sql: string }>(RELATIONS, [kinds]);
  return rows;
}
