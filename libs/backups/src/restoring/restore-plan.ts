import type pg from 'pg';
import type { Manifest } from '../manifest/manifest.ts';
import { userTables } from '../postgres/contents/user-tables.ts';
import { databaseFailure } from '../postgres/database-failure.ts';
import { onConnection } from '../postgres/on-connection.ts';

/** What a person can add, by the event that says so. */
const ADDITIONS = {
  conversations: 'conversation_created',
  exchanges: 'exchange_added',
  clips: 'clip_received',
  memories: 'memory_written',
  projects: 'project_created',
  documents: 'document_added',
} as const;
export type Addition = keyof typeof ADDITIONS;

/** Things that were added, and when the newest of them was; `null` when there are none. */
export interface Added {
  readonly count: number;
  readonly newestAt: Date | null;
}

/** What a restore would change. */
export interface RestorePlan {
  /** Rows of each table now, and after the restore. */
  readonly tables: readonly {
    readonly name: string;
    readonly now: number;
    readonly then: number;
  }[];
  /** Sequence of the newest event now; the log then goes on after it. */
  readonly newestEvent: number;
  /** What was accepted after the backup, and would be in the restore point only. */
  readonly gone: Readonly<Record<Addition, Added>>;
  readonly schemaVersion: number;
}

/**
 * Compares a database with a backup, at one moment.
 * @param url `postgresql://…`
 * @throws AppError `backup_database_failed`
 */
export async function planRestore(url: string, { contents }: Manifest): Promise<RestorePlan> {
  try {
    return await onConnection(url, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const now = await rowsByTable(client);
      const then = new Map(contents.tables.map(({ name, rows }) => [name, rows]));
      const names = [...new Set([...now.keys(), ...then.keys()])].sort();
      return {
        tables: names.map((name) => {
          return { name, now: now.get(name) ?? 0, then: then.get(name) ?? 0 };
        }),
        newestEvent: await newestEventIn(client),
        gone: await addedAfter(client, await commonEvent(client, contents)),
        schemaVersion: now.get('drizzle.__drizzle_migrations') ?? 0,
      };
    });
  } catch (error) {
    throw databaseFailure('The database could not be compared with the backup.', error);
  }
}

async function rowsByTable(client: pg.ClientBase): Promise<ReadonlyMap<string, number>> {
  const rowsOf = new Map<string, number>();
  for (const { name, sql } of await userTables(client)) {
    const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`);
    rowsOf.set(name, Number(rows[0]?.n));
  }
  return rowsOf;
}

async function newestEventIn(client: pg.ClientBase): Promise<number> {
  const statement = 'SELECT coalesce(max(sequence), 0) AS n FROM events';
  const { rows } = await client.query<{ n: string }>(statement);
  return Number(rows[0]?.n);
}

/**
 * The newest event that the database and the backup have in common; 0 when the backup is that of
 * another installation.
 */
async function commonEvent(
  client: pg.ClientBase,
  { eventNumber, eventKey }: Manifest['contents'],
): Promise<number> {
  const { rowCount } = await client.query(
    'SELECT FROM events WHERE sequence = $1 AND idempotency_key = $2',
    [eventNumber, eventKey],
  );
  return rowCount === 0 ? 0 : eventNumber;
}

async function addedAfter(
  client: pg.ClientBase,
  eventNumber: number,
): Promise<RestorePlan['gone']> {
  const { rows } = await client.query<{ type: string; count: string; newest: Date }>(
    `SELECT type, count(*) AS count, max(created_at) AS newest FROM events
     WHERE sequence > $1 AND type = ANY ($2) GROUP BY type`,
    [eventNumber, Object.values(ADDITIONS)],
  );
  const of = (addition: Addition): Added => {
    const row = rows.find(({ type }) => type === ADDITIONS[addition]);
    return { count: Number(row?.count ?? 0), newestAt: row?.newest ?? null };
  };
  return {
    conversations: of('conversations'),
    exchanges: of('exchanges'),
    clips: of('clips'),
    memories: of('memories'),
    projects: of('projects'),
    documents: of('documents'),
  };
}
