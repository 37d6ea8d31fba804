import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';

/**
 * Drops what Temporal has not been told of an owner, but not what a process is just delivering.
 * @returns whether something is being delivered
 */
export async function dropMessages(db: Database, ownerId: string): Promise<boolean> {
  const isDelivering = sql`(tries > 0 AND due_at > clock_timestamp())`;
  for (const { table, where } of messagesOf(ownerId)) {
    await db.execute(sql`DELETE FROM ${table} WHERE ${where} AND NOT ${isDelivering}`);
  }
  const left = messagesOf(ownerId).map(
    ({ table, where }) => sql`SELECT FROM ${table} WHERE ${where}`,
  );
  const { rows } = await db.execute(sql`${sql.join(left, sql` UNION ALL `)} LIMIT 1`);
  return rows.length > 0;
}

function messagesOf(ownerId: string): readonly { readonly table: SQL; readonly where: SQL }[] {
  return [
    { table: sql`work_signals`, where: sql`owner_id = ${ownerId}` },
    {
      table: sql`outbox`,
      where: sql`(binned_task->>'owner_id' = ${ownerId}
        OR task_id IN (SELECT id FROM tasks WHERE owner_id = ${ownerId}))`,
    },
  ];
}
