import type pg from 'pg';

/** What the server knows of a database, whatever is in it. */
export interface DatabaseFacts {
  readonly oid: number;
  readonly name: string;
  readonly comment: string | null;
  /** Whether new sessions are read-only. */
  readonly areWritersBlocked: boolean;
}

const FACTS = `
  SELECT d.oid::int8::text AS oid, d.datname AS name, shobj_description(d.oid, 'pg_database') AS comment,
    coalesce('default_transaction_read_only=on' = ANY (s.setconfig), false) AS blocked
  FROM pg_catalog.pg_database d
  LEFT JOIN pg_catalog.pg_db_role_setting s ON s.setdatabase = d.oid AND s.setrole = 0`;

interface FactsRow {
  readonly oid: string;
  readonly name: string;
  readonly comment: string | null;
  readonly blocked: boolean;
}

/** The facts of a database by its name; `null` when there is none. */
export async function factsOf(client: pg.ClientBase, name: string): Promise<DatabaseFacts | null> {
  const { rows } = await client.query<FactsRow>(`${FACTS} WHERE d.datname = $1`, [name]);
  return rows.map(toFacts)[0] ?? null;
}

/** The facts of all databases of the own role whose name has one of some prefixes, or is given. */
export async function factsOfAll(
  client: pg.ClientBase,
  prefixes: readonly string[],
): Promise<readonly DatabaseFacts[]> {
  const ofPrefix = `
    ${FACTS} JOIN pg_catalog.pg_roles r ON r.oid = d.datdba
    WHERE r.rolname = current_user AND EXISTS (
      SELECT FROM unnest($1::text[]) AS prefix WHERE starts_with(d.datname, prefix)
    )
    ORDER BY d.datname`;
  const { rows } = await client.query<FactsRow>(ofPrefix, [prefixes]);
  return rows.map(toFacts);
}

function toFacts({ oid, name, comment, blocked }: FactsRow): DatabaseFacts {
  return { oid: Number(oid), name, comment, areWritersBlocked: blocked };
}
