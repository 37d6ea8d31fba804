import { and, asc, eq, sql } from 'drizzle-orm';
import { AppError } from '#platform';
import { Batched } from '../database/batched.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { admitAll, type Admission, type Arrival } from '../owners/admission.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { conversations, events, exchanges, memories, turns } from '../schema/index.ts';
import type { ExchangeRecord, NewExchange } from './exchange.records.ts';
import { addedKey, storeExchanges, type AdmittedExchange } from './store-exchanges.ts';

export type { ExchangeRecord, NewExchange } from './exchange.records.ts';

/** An exchange that waits to be accepted. */
interface PendingExchange {
  readonly exchange: NewExchange;
  readonly request: IdempotentRequest | null;
  readonly exchangeId: string;
}

/** The outcome of a request: a new or earlier exchange, or the reason for its refusal. */
type Outcome =
  | { readonly kind: 'new'; readonly record: ExchangeRecord }
  | { readonly kind: 'earlier'; readonly subjectId: string }
  | Extract<Admission, { kind: 'refused' }>;

/** A stored exchange with a revision of its conversation. */
interface FoundExchange {
  readonly exchange: typeof exchanges.$inferSelect;
  readonly revision: number;
}

const MOST_AT_ONCE = 64;

/**
 * Accepts typed exchanges. The text, the events, the memories and the work signal of the
 * conversation are written in one transaction, which concurrent requests share.
 */
export class ExchangesRepository {
  private readonly pending: Batched<PendingExchange, Outcome>;

  constructor(
    private readonly db: Database,
    limits: OwnerLimits = NO_LIMITS,
  ) {
    this.pending = new Batched(
      (batch) => inTransaction(db, (tx) => acceptAll(tx, batch, limits)),
      MOST_AT_ONCE,
    );
  }

  /**
   * Adds an exchange to a conversation, or returns the one that the same request added before.
   * @throws AppError `not_found` when there is no such conversation, `idempotency_key_reused`,
   * `owner_limit_reached`
   */
  async add(exchange: NewExchange, request: IdempotentRequest | null): Promise<ExchangeRecord> {
    const outcome = await this.pending.do({ exchange, request, exchangeId: newId('exchange') });
    switch (outcome.kind) {
      case 'new':
        return outcome.record;
      case 'earlier':
        return this.find(outcome.subjectId);
      case 'refused':
        throw outcome.reason;
    }
  }

  /**
   * An exchange that is there, at the present revision of its conversation.
   * @throws AppError `not_found`
   */
  async present(conversationId: string, id: string): Promise<ExchangeRecord> {
    const { revision } = conversations;
    const [row] = await this.db
      .select({ exchange: exchanges, revision })
      .from(exchanges)
      .innerJoin(conversations, eq(conversations.id, exchanges.conversationId))
      .where(and(eq(exchanges.id, id), eq(exchanges.conversationId, conversationId)));
    return this.withIds(id, row);
  }

  private async find(id: string): Promise<ExchangeRecord> {
    const [row] = await this.db
      .select({
        exchange: exchanges,
        revision: sql<number>`(${events.data}->>'revision')::integer`,
      })
      .from(exchanges)
      .innerJoin(events, eq(events.idempotencyKey, addedKey(id)))
      .where(eq(exchanges.id, id));
    return this.withIds(id, row);
  }

  private async withIds(id: string, row: FoundExchange | undefined): Promise<ExchangeRecord> {
    if (!row) throw new AppError('not_found', `Exchange ${id} no longer exists.`);
    const idsIn = async (table: typeof turns | typeof memories) =>
      (
        await this.db
          .select({ id: table.id })
          .from(table)
          .where(eq(table.exchangeId, id))
          .orderBy(asc(table.id))
      ).map((each) => each.id);
    const [turnIds, memoryIds] = await Promise.all([idsIn(turns), idsIn(memories)]);
    return { ...row.exchange, revision: row.revision, turnIds, memoryIds };
  }
}

async function acceptAll(
  tx: Transaction,
  batch: readonly PendingExchange[],
  limits: OwnerLimits,
): Promise<readonly Outcome[]> {
  const { conversations, admissions } = await admitAll(tx, limits, batch.map(toArrival));
  const admitted = batch.filter((_pending, index) => admissions[index]?.kind === 'new');
  const records = await storeExchanges(tx, admitted.map(toAdmitted), conversations);
  const byId = new Map(records.map((record) => [record.id, record]));
  return admissions.map((admission) => {
    if (admission.kind === 'refused') return admission;
    if (admission.kind === 'earlier') return { kind: 'earlier', subjectId: admission.subjectId };
    const record = byId.get(admission.subjectId);
    if (!record) throw new Error(`exchange ${admission.subjectId} was admitted but not stored`);
    return { kind: 'new', record };
  });
}

/** It demands no tasks: they are created later, from all pending work of the conversation. */
function toArrival({ exchange, request, exchangeId }: PendingExchange): Arrival {
  const { conversationId } = exchange;
  return { conversationId, request, subjectId: exchangeId, demand: { tasks: 0, bytes: 0 } };
}

function toAdmitted({ exchange, exchangeId }: PendingExchange): AdmittedExchange {
  return { ...exchange, exchangeId };
}
