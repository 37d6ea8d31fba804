import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { engineAnswers } from '../schema/index.ts';

/** Finished calls of costly engines, found again by any later run that would make the same call. */
export class EngineAnswersRepository {
  constructor(private readonly db: Database) {}

  /** The answer as it was stored, or `undefined`. */
  async find(key: string): Promise<unknown> {
    const [row] = await this.db.select().from(engineAnswers).where(eq(engineAnswers.key, key));
    return row?.answer;
  }

  /** Stores an answer; a key that is there already says that work was done twice, which is counted. */
  async save(key: string, engine: string, answer: unknown): Promise<void> {
    await this.db
      .insert(engineAnswers)
      .values({ key, engine, answer })
      .onConflictDoUpdate({
        target: engineAnswers.key,
        set: { timesMade: sql`${engineAnswers.timesMade} + 1` },
      });
  }
}
