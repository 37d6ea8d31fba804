import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/**
 * Removes the answers that only these have used.
 * @param usedBy a query of one column: ids of tasks, memories, conversations or documents
 */
export async function dropAnswersOf(tx: Transaction, usedBy: SQL): Promise<void> {
  const { rows } = await tx.execute<{ key: string }>(
    sql`DELETE FROM engine_answer_uses WHERE used_by IN (${usedBy}) RETURNING key`,
  );
  const keys = rows.map(({ key }) => key);
  // A statement of its own, which no longer sees the uses above.
  await tx.execute(sql`
    DELETE FROM engine_answers WHERE key = ANY(${sql.param(keys)})
      AND NOT EXISTS (SELECT FROM engine_answer_uses AS used WHERE used.key = engine_answers.key)`);
}
