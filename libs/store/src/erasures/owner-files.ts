import { eq, sql } from 'drizzle-orm';
import { lockBlobs } from '../blobs/blob-locks.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { exports, imports } from '../schema/index.ts';

/** Removes the rows of an owner that stand for files, together with these. */
export class OwnerFiles {
  constructor(private readonly db: Database) {}

  /** @param remove removes the file of an export, and what was written of it; may be called again */
  async removeExports(ownerId: string, remove: (id: string) => Promise<void>): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const { id } = exports;
      const rows = await tx
        .select({ id })
        .from(exports)
        .where(eq(exports.ownerId, ownerId))
        .for('update');
      for (const row of rows) await remove(row.id);
      await tx.delete(exports).where(eq(exports.ownerId, ownerId));
    });
  }

  /**
   * A file that another owner has uploaded as well stays, with its import.
   * @param remove removes an uploaded file; may be called again
   */
  async removeImports(ownerId: string, remove: (sha256: string) => Promise<void>): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const { sha256, recordingSha256 } = imports;
      const rows = await tx
        .select({ sha256, recordingSha256 })
        .from(imports)
        .where(eq(imports.ownerId, ownerId));
      const named = rows.flatMap((row) => [row.sha256, row.recordingSha256 ?? row.sha256]);
      const hashes = [...new Set(named)].sort();
      if (hashes.length > 0) await lockBlobs(tx, hashes);
      for (const hash of hashes) {
        const ofOthers = sql`(${sha256} = ${hash} OR ${recordingSha256} = ${hash})
          AND ${imports.ownerId} <> ${ownerId}`;
        if ((await tx.$count(imports, ofOthers)) === 0) await remove(hash);
      }
      await tx.delete(imports).where(eq(imports.ownerId, ownerId));
    });
  }
}
