import { sql, type SQL } from 'drizzle-orm';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import type { Database } from '../../database/database.ts';

/** What has happened since the newest snapshot. */
export interface SinceLastSnapshot {
  /** Events since then, or since the beginning when there is none. */
  readonly eventsSince: number;
  /** Age of the newest snapshot, or of the first event when there is none, in milliseconds. */
  readonly sinceMs: number;
  /** Time since the last snapshot task failed, in milliseconds; `null` unless the last one failed. */
  readonly sinceFailureMs: number | null;
}

/** Tells how old the newest snapshot is, from the tasks that took snapshots. */
export class SnapshotAgeRepository {
  constructor(private readonly db: Database) {}

  /**
   * Reads the position of the log and the newest tasks, never the log itself. The progress of a
   * completed snapshot task is the number of the last event in its snapshot.
   * @param now time that ages refer to
   */
  async sinceLast(now: Date): Promise<SinceLastSnapshot> {
    const { rows } = await this.db.execute<AgeRow>(sql`
      SELECT log.last_value AS "lastNumber", good.done AS "snapshotNumber",
             coalesce(good.ended_at, beginning.created_at) AS since,
             CASE WHEN latest.state IN ('failed', 'timedOut') THEN latest.ended_at END AS "failedAt"
      FROM events_sequence_seq AS log
      LEFT JOIN (${newestTask(sql`state = 'completed'`)}) AS good ON true
      LEFT JOIN (${newestTask(sql`ended_at IS NOT NULL`)}) AS latest ON true
      LEFT JOIN (SELECT created_at FROM events ORDER BY sequence LIMIT 1) AS beginning ON true`);
    const { lastNumber, snapshotNumber, since, failedAt } = rows[0] ?? EMPTY;
    const ageMs = (at: string | null) =>
      at === null ? null : now.getTime() - new Date(at).getTime();
    return {
      eventsSince: Number(lastNumber) - Number(snapshotNumber ?? 0),
      sinceMs: ageMs(since) ?? 0,
      sinceFailureMs: ageMs(failedAt),
    };
  }
}

/** A type, because drizzle asks for an index signature, which interfaces do not have. */
type AgeRow = {
  readonly lastNumber: string;
  readonly snapshotNumber: string | null;
  readonly since: string | null;
  readonly failedAt: string | null;
};

const EMPTY: AgeRow = { lastNumber: '0', snapshotNumber: null, since: null, failedAt: null };

function newestTask(where: SQL): SQL {
  return sql`
    SELECT state, done, ended_at FROM tasks
    WHERE owner_id = ${INSTALLATION_OWNER_ID} AND type = 'snapshot' AND ${where}
    ORDER BY id DESC LIMIT 1`;
}
