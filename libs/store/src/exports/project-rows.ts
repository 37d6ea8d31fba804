import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { documentParts, documents, factDecisions, facts, reports, turns } from '../schema/index.ts';
import { afterId } from './after-id.ts';
import { rowPages } from './row-pages.ts';

/** Rows of a page; of rows that may be as large as a long recording's text, fewer. */
const PAGE = 500;
const FEW = 4;

/** What belongs to a project, page by page in order of ids. */
export class ProjectRows {
  constructor(private readonly tx: Transaction) {}

  documents(projectId: string) {
    return rowPages<typeof documents.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(documents)
        .where(and(eq(documents.projectId, projectId), afterId(documents.id, after)))
        .orderBy(asc(documents.id))
        .limit(size),
    );
  }

  documentParts(documentId: string) {
    return rowPages<typeof documentParts.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(documentParts)
        .where(
          and(
            eq(documentParts.documentId, documentId),
            after ? gt(documentParts.part, after.part) : undefined,
          ),
        )
        .orderBy(asc(documentParts.part))
        .limit(size),
    );
  }

  facts(projectId: string) {
    return rowPages<typeof facts.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(facts)
        .where(and(eq(facts.projectId, projectId), afterId(facts.id, after)))
        .orderBy(asc(facts.id))
        .limit(size),
    );
  }

  /** Without those about what was said in a turn that is deleted. */
  decisions(projectId: string) {
    const { citedTurn } = factDecisions;
    const isThere = sql`(${citedTurn} IS NULL OR EXISTS (
      SELECT FROM ${turns} WHERE ${turns.id} = ${citedTurn}))`;
    return rowPages<typeof factDecisions.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(factDecisions)
        .where(
          and(
            eq(factDecisions.projectId, projectId),
            isThere,
            after ? gt(factDecisions.factId, after.factId) : undefined,
          ),
        )
        .orderBy(asc(factDecisions.factId))
        .limit(size),
    );
  }

  reports(projectId: string) {
    return rowPages<typeof reports.$inferSelect>(FEW, (after, size) =>
      this.tx
        .select()
        .from(reports)
        .where(and(eq(reports.projectId, projectId), afterId(reports.id, after)))
        .orderBy(asc(reports.id))
        .limit(size),
    );
  }
}
