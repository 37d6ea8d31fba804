import { asc, eq, sql } from 'drizzle-orm';
import { AppError } from '#platform';
import { Batched } from '../database/batched.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, releaseKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { inTransaction } from '../database/transaction.ts';
import { OwnerLedger } from '../limits/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../limits/owner-limits.ts';
import { events, exchanges, memories, turns } from '../schema/index.ts';
import type { ExchangeRecord, NewExchange } from './exchange.records.ts';
import { lockConversations, ownersOf, type LockedConversation } from './lock-conversations.ts';
import { addedKey, storeExchanges, type AdmittedExchange } from './store-exchanges.ts';

export type { ExchangeRecord, NewExchange } from './exchange.records.ts';

interface Intake {
  readonly exchange: NewExchange;
  readonly request: IdempotentRequest | null;
  readonly exchangeId: string;
}

type Outcome =
  | { readonly kind: 'new'; readonly record: ExchangeRecord }
  | { readonly kind: 'earlier'; readonly exchangeId: string }
  | { readonly kind: 'refused'; readonly reason: AppError };

type Admission =
  Exclude<Outcome, { kind: 'new' }> | { readonly kind: 'new'; readonly exchangeId: string };

const MOST_AT_ONCE = 64;

/**
 * Accepts typed exchanges. The words, their events, the memories and the mark that wakes the
 * conversation are one transaction, which requests that come at the same time share.
 */
export class ExchangesRepository {
  private readonly intakes: Batched<Intake, Outcome>;

  constructor(
    private readonly db: Database,
    limits: OwnerLimits = NO_LIMITS,
  ) {
    this.intakes = new Batched(
      (batch) => inTransaction(db, (tx) => acceptAll(tx, batch, limits)),
      MOST_AT_ONCE,
    );
  }

  /**
   * Adds an exchange to a conversation, or finds the one that the same request added before.
   * @throws AppError `not_found` when there is no such conversation, `idempotency_key_reused`,
   * `owner_limit_reached`
   */
  async add(exchange: NewExchange, request: IdempotentRequest | null): Promise<ExchangeRecord> {
    const outcome = await this.intakes.do({ exchange, request, exchangeId: newId('exchange') });
    switch (outcome.kind) {
      case 'new':
        return outcome.record;
      case 'earlier':
        return this.find(outcome.exchangeId);
      case 'refused':
        throw outcome.reason;
    }
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
    if (!row) throw new AppError('not_found', `There is no exchange ${id} any more.`);
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
  batch: readonly Intake[],
  limits: OwnerLimits,
): Promise<readonly Outcome[]> {
  const known = await lockConversations(
    tx,
    batch.map(({ exchange }) => exchange.conversationId),
  );
  const ledger = await OwnerLedger.open(tx, limits, ownersOf(known));
  const admissions: Admission[] = [];
  // One after the other: two of them may carry the same key.
  for (const intake of batch) admissions.push(await admit(tx, intake, known, ledger));
  const admitted = batch.filter((_intake, index) => admissions[index]?.kind === 'new');
  const records = await storeExchanges(tx, admitted.map(toAdmitted), known);
  const byId = new Map(records.map((record) => [record.id, record]));
  return admissions.map((admission) => {
    if (admission.kind !== 'new') return admission;
    const record = byId.get(admission.exchangeId);
    if (!record) throw new Error(`exchange ${admission.exchangeId} was admitted but not stored`);
    return { kind: 'new', record };
  });
}

function toAdmitted({ exchange, exchangeId }: Intake): AdmittedExchange {
  return { ...exchange, exchangeId };
}

async function admit(
  tx: Transaction,
  { exchange, request, exchangeId }: Intake,
  known: ReadonlyMap<string, LockedConversation>,
  ledger: OwnerLedger,
): Promise<Admission> {
  const { conversationId } = exchange;
  const conversation = known.get(conversationId);
  if (!conversation) {
    const message = `There is no conversation ${conversationId}.`;
    return { kind: 'refused', reason: new AppError('not_found', message) };
  }
  const claim = await claimKey(tx, request, exchangeId);
  switch (claim.kind) {
    case 'claimed':
      break;
    case 'claimedBefore':
      return { kind: 'earlier', exchangeId: claim.subjectId };
    case 'reused':
      return { kind: 'refused', reason: claim.reason };
  }
  // Its tasks are made later, of all that waits by then.
  const reason = ledger.take(conversation.ownerId, { tasks: 0, bytes: 0 });
  if (reason === null) return { kind: 'new', exchangeId };
  await releaseKey(tx, request);
  return { kind: 'refused', reason };
}
