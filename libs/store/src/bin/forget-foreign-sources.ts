import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { facts, readSources } from '../schema/index.ts';

/**
 * Takes what was read of sources that are no longer there out of a restored project: of
 * conversations that were deleted, or have joined another project, or from which something was
 * deleted, while it was in the bin.
 */
export async function forgetForeignSources(tx: Transaction, projectId: string): Promise<void> {
  for (const table of [facts, readSources]) {
    await tx.execute(sql`
      DELETE FROM ${table} WHERE project_id = ${projectId} AND source_id NOT IN (
        SELECT id FROM conversations WHERE project_id = ${projectId} AND NOT EXISTS (
          SELECT FROM read_sources AS read
          WHERE read.project_id = ${projectId} AND read.source_id = conversations.id
            AND read.revision < conversations.deletion_revision)
        UNION ALL SELECT id FROM documents WHERE project_id = ${projectId})`);
  }
}
