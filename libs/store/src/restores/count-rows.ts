import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';

/** The rows of all tables of the product together. */
export async function countRows(db: Database | Transaction): Promise<number> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`
    SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = 'public'`);
  let sum = 0;
  for (const { name } of tables) {
    const { rows } = await db.execute<{ n: string }>(
      sql`SELECT count(*) AS n FROM public.${sql.identifier(name)}`,
    );
    sum += Number(rows[0]?.n ?? 0);
  }
  return sum;
}
