import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { factDecisions, facts as factsTable } from '../schema/index.ts';
import { citedTurnOf } from '../facts/fact.records.ts';
import { inBatches } from './in-batches.ts';
import type { ImportedDecision, ImportedFact, Importing } from './imported.records.ts';

/** Facts of a project, and what people have decided about them. */
interface ProjectFacts {
  readonly projectId: string;
  readonly facts: readonly ImportedFact[];
  readonly decisions: readonly ImportedDecision[];
}

const UNLESS_THERE = sql`ON CONFLICT DO NOTHING`;

const COLUMNS = [
  ...(['id', 'projectId', 'agent', 'sourceId', 'type', 'label', 'value', 'on', 'who'] as const),
  ...(['status', 'category', 'certainty', 'corrects', 'clear', 'quote', 'citation'] as const),
  ...(['speaker', 'saidOn', 'saidAt', 'position'] as const),
];

/** Writes facts and decisions that are not there yet. */
export async function writeImportedFacts(
  tx: Transaction,
  { ownerId, taskId }: Importing,
  { projectId, facts, decisions }: ProjectFacts,
): Promise<void> {
  await inBatches(facts, (batch) =>
    insertRows(
      tx,
      factsTable,
      COLUMNS,
      batch.map((fact) => ({ ...fact, projectId })),
      UNLESS_THERE,
    ),
  );
  await insertRows(
    tx,
    factDecisions,
    ['factId', 'projectId', 'agent', 'sourceId', 'citedTurn', 'decision', 'decidedAt'],
    decisions.map(({ fact: { id: factId, agent, sourceId, citation }, decision, decidedAt }) => ({
      ...{ factId, projectId, agent, sourceId, decision, decidedAt },
      citedTurn: citedTurnOf(citation),
    })),
    UNLESS_THERE,
  );
  const events = decisions.map(({ fact: { id: factId, agent }, decision: { kind } }) => ({
    type: 'fact_decided' as const,
    ...{ ownerId, conversationId: null, taskId },
    idempotencyKey: `fact_decided:${factId}:imported:${taskId}`,
    data: { projectId, agent, factId, kind },
  }));
  await appendAndApply(tx, events);
}
