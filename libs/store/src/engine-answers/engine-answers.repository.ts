import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { engineAnswers } from '../schema/index.ts';

/** An answer of an engine, by a hash of everything that determines it. */
export interface EngineAnswer {
  readonly key: string;
  /** Fingerprint of the engine. */
  readonly engine: string;
  readonly answer: unknown;
}

/** Answers of costly engines, reused by any later run that would make the same call. */
export class EngineAnswersRepository {
  constructor(private readonly db: Database) {}

  /** The stored answer, or `undefined`. */
  async find(key: string): Promise<unknown> {
    const [row] = await this.db.select().from(engineAnswers).where(eq(engineAnswers.key, key));
    return row?.answer;
  }

  /** The stored answers among these keys, by key. */
  async findMany(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    if (keys.length === 0) return new Map();
    const { key, answer } = engineAnswers;
    const rows = await this.db
      .select({ key, answer })
      .from(engineAnswers)
      .where(sql`${key} = ANY(${sql.param([...keys])})`);
    return new Map(rows.map((row) => [row.key, row.answer]));
  }

  /** Stores answers that were made together, as {@link save} does with one. */
  async saveMany(answers: readonly EngineAnswer[]): Promise<void> {
    const countAgain = sql`
      ON CONFLICT (key) DO UPDATE SET times_made = ${engineAnswers}.times_made + 1`;
    await insertRows(this.db, engineAnswers, ['key', 'engine', 'answer'], answers, countAgain);
  }

  /** Stores an answer. An existing key means that the work was done twice, which is counted. */
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
