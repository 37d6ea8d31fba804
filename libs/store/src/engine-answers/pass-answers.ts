import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';

/**
 * Notes answers as used by something else from now on. Whoever asks the same again uses them too.
 * @param usedBy a query of one column: who has used them
 */
export async function passAnswers(tx: Transaction, usedBy: SQL, to: string): Promise<void> {
  await tx.execute(sql`
    WITH passed AS (DELETE FROM engine_answer_uses WHERE used_by IN (${usedBy}) RETURNING key)
    INSERT INTO engine_answer_uses (key, used_by)
    SELECT DISTINCT key, ${to}::text FROM passed ON CONFLICT DO NOTHING`);
}
