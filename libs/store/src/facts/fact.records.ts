import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Citation, Fact } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { factDecisions, facts } from '../schema/index.ts';

/** A stored fact, without what people decided about it. */
export type FactRow = typeof facts.$inferSelect;

/** A stored fact with the decision of a person. */
export interface FactRecord extends FactRow {
  readonly decision: typeof factDecisions.$inferSelect.decision | null;
}

/** Selects facts with the decisions about them. */
export function factsWithDecisions(db: Database | Transaction) {
  return db
    .select({ ...getTableColumns(facts), decision: factDecisions.decision })
    .from(facts)
    .leftJoin(factDecisions, eq(factDecisions.factId, facts.id))
    .$dynamic();
}

/** The turn that a fact cites; `null` when it cites a document. */
export function citedTurnOf(citation: Citation): string | null {
  return citation.kind === 'spoken' ? citation.turnId : null;
}

/** The order in which facts were said. */
export const AS_SAID = [facts.saidAt, facts.sourceId, facts.position, facts.id] as const;

/** The same as one value, for cursors. */
export const SAID_ORDER = sql`(${facts.saidAt}, ${facts.sourceId}, ${facts.position}, ${facts.id})`;

/** A stored fact in the form of the model. */
export function toFact({ saidAt, ...record }: FactRecord): Fact {
  const { id, type, label, value, on, who, status, category, certainty, corrects } = record;
  const { clear, quote, citation, speaker, saidOn, decision } = record;
  return {
    ...{ id, type, label, value, on, who, status, category, certainty, corrects },
    ...{ clear, quote, citation, speaker, saidOn, decision },
    saidAt: saidAt.toISOString(),
  };
}
