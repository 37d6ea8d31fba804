import { sql } from 'drizzle-orm';
import type { ExportScope } from '#contracts/model';
import type { Database } from '../database/database.ts';
import { inTransaction, SNAPSHOT } from '../database/transaction.ts';
import { ownerOfScope } from './export-owner.ts';
import { ExportSnapshot } from './export-snapshot.ts';

/** Reads what an export contains. */
export class ExportSource {
  constructor(private readonly db: Database) {}

  /**
   * Reads everything in one transaction, as it was at one moment: what changes or is removed meanwhile
   * changes nothing of it. Nobody waits for it.
   * @throws AppError `not_found` when what is to be exported has gone; what the work throws
   */
  async read<Result>(
    scope: ExportScope,
    work: (snapshot: ExportSnapshot) => Promise<Result>,
  ): Promise<Result> {
    return inTransaction(
      this.db,
      async (tx) => {
        const ownerId = await ownerOfScope(tx, scope);
        const { rows } = await tx.execute<{ now: string }>(sql`SELECT now()::text AS now`);
        const takenAt = new Date(rows[0]?.now ?? Date.now());
        return work(new ExportSnapshot(tx, scope, ownerId, takenAt));
      },
      SNAPSHOT,
    );
  }
}
