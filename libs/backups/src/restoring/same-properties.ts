import pg from 'pg';

/** Settings whose value is a list of quoted names already. */
const LISTS: ReadonlySet<string> = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'temp_tablespaces',
]);

const PROPERTIES = `
  SELECT d.datconnlimit AS "connectionLimit",
    coalesce(s.setconfig, '{}') AS settings,
    d.datacl IS NOT NULL AS "hasGrants",
    ARRAY(
      SELECT format('GRANT %s ON DATABASE %%I TO %s', a.privilege_type,
        CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
      FROM aclexplode(d.datacl) a WHERE a.grantee <> d.datdba
    ) AS grants
  FROM pg_catalog.pg_database d
  LEFT JOIN pg_catalog.pg_db_role_setting s ON s.setdatabase = d.oid AND s.setrole = 0
  WHERE d.datname = $1`;

interface PropertiesRow {
  readonly connectionLimit: number;
  /** `name=value` */
  readonly settings: readonly string[];
  readonly hasGrants: boolean;
  readonly grants: readonly string[];
}

/**
 * Statements that give a database what an operator has set for the one that it replaces: settings,
 * the limit of connections, and who may connect.
 */
export async function sameProperties(
  client: pg.ClientBase,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<PropertiesRow>(PROPERTIES, [from]);
  const [row] = rows;
  if (row === undefined) return [];
  const target = pg.escapeIdentifier(to);
  return [
    `ALTER DATABASE ${target} CONNECTION LIMIT ${row.connectionLimit}`,
    ...row.settings.map((setting) => `ALTER DATABASE ${target} SET ${assignment(setting)}`),
    ...(row.hasGrants ? [`REVOKE ALL ON DATABASE ${target} FROM PUBLIC`] : []),
    ...row.grants.map((grant) => grant.replace('%I', () => target)),
  ];
}

function assignment(setting: string): string {
  const [name = '', ...rest] = setting.split('=');
  const value = rest.join('=');
  return `${name} TO ${LISTS.has(name) ? value : pg.escapeLiteral(value)}`;
}
