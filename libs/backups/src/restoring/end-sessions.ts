import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** Sessions of the own role, and of those that it may act for. */
const END = `
  SELECT count(*) FILTER (WHERE pg_terminate_backend(pid))::int AS ended
  FROM pg_catalog.pg_stat_activity
  WHERE datid = ANY ($1::oid[]) AND pid <> pg_backend_pid() AND backend_type = 'client backend'
    AND backend_start <= $2 AND pg_has_role(usesysid, 'MEMBER')`;

const PAUSE_MS = 100;
/** A session that was starting may show up a moment later, with the settings of before. */
const QUIET_ROUNDS = 3;

/**
 * Ends all sessions that databases have at a moment. Their clients connect again.
 * @returns how many there were
 */
export async function endSessionsOnce(
  client: pg.ClientBase,
  oids: readonly number[],
  startedBefore: Date | 'infinity' = 'infinity',
): Promise<number> {
  const { rows } = await client.query<{ ended: number }>(END, [oids, startedBefore]);
  return rows[0]?.ended ?? 0;
}

/** Ends all sessions that have started with the settings of before, until there are none. */
export async function endEarlierSessions(client: pg.ClientBase, oid: number): Promise<void> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const before = rows[0]?.now ?? new Date();
  for (let quiet = 0; quiet < QUIET_ROUNDS;) {
    const ended = await endSessionsOnce(client, [oid], before);
    quiet = ended === 0 ? quiet + 1 : 0;
    await sleep(PAUSE_MS);
  }
}
