import { asc, eq } from 'drizzle-orm';
import type { ErrorCode } from '#contracts/model';
import type { Database } from '../database/database.ts';
import { engineFailures } from '../schema/index.ts';

/** An engine whose last request has failed. */
export interface EngineFailure {
  /** As tasks request it. */
  readonly engine: string;
  readonly code: ErrorCode;
  readonly failedAt: Date;
}

/** What went wrong when engines were asked for the last time; one that has answered since has none. */
export class EngineFailuresRepository {
  constructor(private readonly db: Database) {}

  /** The failures that nothing has ended, in the order of the names of engines. */
  async all(): Promise<readonly EngineFailure[]> {
    return this.db.select().from(engineFailures).orderBy(asc(engineFailures.engine));
  }

  /** Replaces an earlier failure of the engine. */
  async note(engine: string, code: ErrorCode, failedAt = new Date()): Promise<void> {
    const set = { code, failedAt };
    await this.db
      .insert(engineFailures)
      .values({ engine, ...set })
      .onConflictDoUpdate({ target: engineFailures.engine, set });
  }

  /** The engine has answered. */
  async clear(engine: string): Promise<void> {
    await this.db.delete(engineFailures).where(eq(engineFailures.engine, engine));
  }
}
