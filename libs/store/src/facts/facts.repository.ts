import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { ulid } from 'ulid';
import type { FactDecision } from '#contracts/model';
import { AppError } from '#platform';
import type { Database, Transaction } from '../database/database.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { lockProject } from '../projects/lock-project.ts';
import { wantReports } from '../projects/want-reports.ts';
import { factDecisions, facts } from '../schema/index.ts';
import {
  AS_SAID,
  citedTurnOf,
  factsWithDecisions,
  SAID_ORDER,
  type FactRecord,
} from './fact.records.ts';

export { toFact, type FactRecord } from './fact.records.ts';

export interface FactListQuery {
  readonly agent?: string | undefined;
  readonly type?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Facts as the API shows them, and what people decide about them. */
export class FactsRepository {
  constructor(private readonly db: Database) {}

  /** A page of the facts of a project, in the order in which they were said. */
  async list(projectId: string, query: FactListQuery): Promise<Page<FactRecord>> {
    const { agent, type, ids, cursor, limit } = query;
    const rows = await factsWithDecisions(this.db)
      .where(
        and(
          eq(facts.projectId, projectId),
          agent === undefined ? undefined : eq(facts.agent, agent),
          type === undefined ? undefined : eq(facts.type, type),
          ids === undefined ? undefined : inArray(facts.id, [...ids]),
          cursor === undefined ? undefined : isAfter(cursor),
        ),
      )
      .orderBy(...AS_SAID.map((column) => asc(column)))
      .limit(limit + 1);
    const { items, nextCursor } = toPage(rows, limit);
    const last = items.at(-1);
    return { items, nextCursor: nextCursor !== null && last ? cursorOf(last) : null };
  }

  /** @throws AppError `not_found` */
  find(projectId: string, id: string): Promise<FactRecord> {
    return find(this.db, projectId, id);
  }

  /**
   * Records what a person decided about a fact, or undoes it, and asks for a new report.
   * @param decision `null` undoes the decision
   * @throws AppError `not_found` when there is no such fact, or none that it is to be the same as
   */
  async decide(projectId: string, id: string, decision: FactDecision | null): Promise<FactRecord> {
    return inTransaction(this.db, async (tx) => {
      const project = await lockProject(tx, projectId);
      const { agent, sourceId, citation, decision: before } = await find(tx, projectId, id);
      const citedTurn = citedTurnOf(citation);
      if (decision?.kind === 'sameAs')
        await requireSameAgent(tx, projectId, agent, decision.factId);
      if (decision === null && before === null) return find(tx, projectId, id);
      await store(tx, { factId: id, projectId, agent, sourceId, citedTurn }, decision);
      const event = {
        type: 'fact_decided',
        ...{ ownerId: project.ownerId, conversationId: null, taskId: null },
        idempotencyKey: `fact_decided:${ulid()}`,
        data: { projectId, agent, factId: id, kind: decision?.kind ?? null },
      } as const;
      await appendAndApply(tx, [event]);
      await wantReports(tx, project, agent);
      return find(tx, projectId, id);
    });
  }
}

async function find(
  db: Database | Transaction,
  projectId: string,
  id: string,
): Promise<FactRecord> {
  const [row] = await factsWithDecisions(db).where(
    and(eq(facts.projectId, projectId), eq(facts.id, id)),
  );
  if (row) return row;
  throw new AppError('not_found', `There is no fact ${id} in the project ${projectId}.`);
}

async function requireSameAgent(
  tx: Transaction,
  projectId: string,
  agent: string,
  factId: string,
): Promise<void> {
  const other = await find(tx, projectId, factId);
  if (other.agent === agent) return;
  throw new AppError('not_found', `There is no fact ${factId} of the agent ${agent}.`);
}

async function store(
  tx: Transaction,
  subject: Omit<typeof factDecisions.$inferInsert, 'decision' | 'decidedAt'>,
  decision: FactDecision | null,
): Promise<void> {
  if (decision === null) {
    await tx.delete(factDecisions).where(eq(factDecisions.factId, subject.factId));
    return;
  }
  const decided = { decision, decidedAt: new Date() };
  await tx
    .insert(factDecisions)
    .values({ ...subject, ...decided })
    .onConflictDoUpdate({ target: factDecisions.factId, set: decided });
}

/** A time as {@link cursorOf} writes it; PostgreSQL reads fewer forms than JavaScript. */
const TIME = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Where a page ends: the place of its last fact in the order, also when that fact is removed. */
function cursorOf({ saidAt, sourceId, position, id }: FactRecord): string {
  return [saidAt.toISOString(), sourceId, position, id].join('~');
}

function isAfter(cursor: string): SQL {
  const [saidAt = '', sourceId = '', position = '', id = ''] = cursor.split('~');
  if (!TIME.test(saidAt) || Number.isNaN(Date.parse(saidAt)) || !/^\d{1,9}$/.test(position)) {
    throw new AppError('cursor_invalid', 'The cursor is not one of this list.');
  }
  return sql`${SAID_ORDER} > (
    ${saidAt}::timestamptz, ${sourceId}, ${Number(position)}::integer, ${id})`;
}
