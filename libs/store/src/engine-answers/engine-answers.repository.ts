import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { insertionOf } from '../database/insert-rows.ts';
import { inTransaction } from '../database/transaction.ts';
import { engineAnswers } from '../schema/index.ts';
import { dropLateUses } from './drop-late-uses.ts';

/** An answer of an engine, by a hash of everything that determines it. */
export interface EngineAnswer {
  readonly key: string;
  /** Fingerprint of the engine. */
  readonly engine: string;
  readonly answer: unknown;
}

/** What an answer is for: the id of a task, of a memory, or of a conversation or document. */
export type AnswerUser = string;

/**
 * Answers of costly engines, reused by any later run that would make the same call. Each knows what
 * has used it, so that it is removed when all of that is gone.
 */
export class EngineAnswersRepository {
  constructor(private readonly db: Database) {}

  /** The stored answer, or `undefined`. */
  async find(key: string, usedBy: AnswerUser): Promise<unknown> {
    return (await this.findMany([key], usedBy)).get(key);
  }

  /** The stored answers among these keys, by key. */
  async findMany(
    keys: readonly string[],
    usedBy: AnswerUser,
  ): Promise<ReadonlyMap<string, unknown>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.db.execute<{ key: string; answer: unknown }>(sql`
      WITH found AS (SELECT key, answer FROM engine_answers WHERE key = ANY(${sql.param([...keys])})),
      used AS (
        INSERT INTO engine_answer_uses (key, used_by)
        SELECT key, ${usedBy} FROM found WHERE NOT EXISTS (
          SELECT FROM engine_answer_uses AS before
          WHERE before.key = found.key AND before.used_by = ${usedBy})
        ON CONFLICT DO NOTHING
      ) SELECT key, answer FROM found`);
    return new Map(rows.map((row) => [row.key, row.answer]));
  }

  /** Stores an answer. An existing key means that the work was done twice, which is counted. */
  async save(answer: EngineAnswer, usedBy: AnswerUser): Promise<void> {
    await this.saveMany([answer], usedBy);
  }

  /** Stores answers that were made together, as {@link save} does with one. */
  async saveMany(answers: readonly EngineAnswer[], usedBy: AnswerUser): Promise<void> {
    const countAgain = sql`
      ON CONFLICT (key) DO UPDATE SET times_made = ${engineAnswers}.times_made + 1`;
    const columns = ['key', 'engine', 'answer'] as const;
    const insertion = insertionOf(engineAnswers, columns, answers, countAgain);
    if (insertion === null) return;
    const keys = answers.map(({ key }) => key);
    await this.db.execute(sql`
      WITH used AS (
        INSERT INTO engine_answer_uses (key, used_by)
        SELECT key, ${usedBy} FROM unnest(${sql.param(keys)}::text[]) AS key ON CONFLICT DO NOTHING
      ) ${insertion}`);
  }

  /**
   * Removes answers that nothing uses any more: those of runs that went on after their conversation,
   * or something in it, had gone, and those of earlier versions, which do not say what has used them.
   * @param madeBefore end of the time in which an answer without a user is kept
   */
  async removeUnused(madeBefore: Date): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await tx.execute(sql`
        DELETE FROM engine_answer_uses WHERE used_by NOT IN (
          SELECT id FROM tasks UNION ALL SELECT id FROM conversations
          UNION ALL SELECT id FROM documents UNION ALL SELECT id FROM memories
          UNION ALL SELECT id FROM bin_items
          UNION ALL SELECT row->>'id' FROM bin_rows
            WHERE table_name IN ('tasks', 'memories', 'documents'))`);
      await dropLateUses(tx);
      await tx.execute(sql`
        DELETE FROM engine_answers WHERE created_at < ${madeBefore.toISOString()}::timestamptz
          AND NOT EXISTS (
            SELECT FROM engine_answer_uses AS used WHERE used.key = engine_answers.key)`);
    });
  }
}
