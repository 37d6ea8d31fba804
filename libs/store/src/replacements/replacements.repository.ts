import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { PassageOutcome } from '#contracts/model';
import { AppError } from '#platform';
import { becameOf, beginPreviewed, IS_OVER, isApplied } from '../bulk-changes/previewed-changes.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/insert-rows.ts';
import type { Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { IS_BEING_ERASED, refuseOwnerErased } from '../erasures/refuse-erased.ts';
import type { GlossaryScope } from '../glossaries/glossary.records.ts';
import { conversations, replacementPassages, replacements, turns } from '../schema/index.ts';
import { candidatePassages } from './candidate-passages.ts';
import { undoPassage, type PassagePlace } from './replace-passage.ts';
import type {
  CandidatePassage,
  NewReplacement,
  PassageRecord,
  ReplacementRecord,
} from './replacement.records.ts';

const COLUMNS = [
  ...(['replacementId', 'segmentId', 'conversationId', 'turnId'] as const),
  ...(['before', 'after', 'outcome'] as const),
];

export interface PassageListQuery {
  readonly replacementId: string;
  /** Last segment of the previous page. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Replacements of words in what was said: previews, and what is made of them. */
export class ReplacementsRepository {
  constructor(private readonly db: Database) {}

  /** Segments that may have a form, see {@link candidatePassages}. */
  candidates(
    scope: GlossaryScope,
    forms: readonly string[],
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly CandidatePassage[]> {
    return candidatePassages(this.db, scope, forms, page);
  }

  /**
   * Stores a preview. Nothing is replaced.
   * @throws AppError `idempotency_key_reused`, `owner_being_erased`
   */
  async create(
    { scope, ownerId, term, forms, capitals, passages }: NewReplacement,
    request: IdempotentRequest | null,
  ): Promise<ReplacementRecord> {
    const id = await inTransaction(this.db, async (tx) => {
      const replacementId = newId('replacement');
      const claim = await claimKey(tx, request, replacementId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      const where = { level: scope.level, scopeId: scope.id };
      const what = { term, forms: [...forms], capitals, createdAt: new Date() };
      const stored = await tx
        .insert(replacements)
        .values({ id: replacementId, ownerId, ...where, ...what })
        .returning({ beingErased: IS_BEING_ERASED });
      refuseOwnerErased(stored);
      const rows = passages.map((each) => ({
        ...each,
        ...{ replacementId, outcome: 'pending' as const },
      }));
      await insertRows(tx, replacementPassages, COLUMNS, rows);
      return replacementId;
    });
    return this.find(id);
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<ReplacementRecord> {
    const [row] = await this.db.select().from(replacements).where(eq(replacements.id, id));
    if (row === undefined) throw notFound(id);
    const { appliedBy, undoneBy, ...replacement } = row;
    return {
      ...replacement,
      ...(await this.countsOf(id)),
      ...(await becameOf(this.db, { appliedBy, undoneBy })),
    };
  }

  /** A page of its passages, in order of their segments. @throws AppError `not_found` */
  async passages({ replacementId, cursor, limit }: PassageListQuery): Promise<Page<PassageRecord>> {
    await this.find(replacementId);
    const { segmentId } = replacementPassages;
    const rows = await this.db
      .select({ passage: replacementPassages, title: conversations.title, speaker: turns.speaker })
      .from(replacementPassages)
      .innerJoin(conversations, eq(conversations.id, replacementPassages.conversationId))
      .innerJoin(turns, eq(turns.id, replacementPassages.turnId))
      .where(
        and(
          eq(replacementPassages.replacementId, replacementId),
          cursor === undefined ? undefined : gt(segmentId, cursor),
        ),
      )
      .orderBy(asc(segmentId))
      .limit(limit + 1);
    const items = rows.map(({ passage, title, speaker }) => ({ ...passage, title, speaker }));
    const shown = items.slice(0, limit);
    return {
      items: shown,
      nextCursor: items.length > limit ? (shown.at(-1)?.segmentId ?? null) : null,
    };
  }

  /**
   * Asks for what the preview shows, once: the same request again returns what was asked for.
   * @throws AppError `not_found`
   */
  async apply(id: string): Promise<ReplacementRecord> {
    await inTransaction(this.db, async (tx) => {
      const { appliedBy, ownerId } = await lock(tx, id);
      if (appliedBy !== null) return;
      const bulkChangeId = await beginPreviewed(tx, {
        ownerId,
        action: 'replace',
        selection: { kind: 'replacement', replacementId: id },
      });
      await tx.update(replacements).set({ appliedBy: bulkChangeId }).where(eq(replacements.id, id));
    });
    return this.find(id);
  }

  /**
   * Asks for the undoing of all that was replaced, once.
   * @throws AppError `not_found`; `replacement_not_ready` before it was replaced
   */
  async undo(id: string): Promise<ReplacementRecord> {
    await inTransaction(this.db, async (tx) => {
      const { appliedBy, undoneBy, ownerId } = await lock(tx, id);
      if (undoneBy !== null) return;
      if (!(await isApplied(tx, appliedBy))) throw notReady();
      const bulkChangeId = await beginPreviewed(tx, {
        ownerId,
        action: 'undo_replacement',
        selection: { kind: 'replacement', replacementId: id },
      });
      await tx.update(replacements).set({ undoneBy: bulkChangeId }).where(eq(replacements.id, id));
    });
    return this.find(id);
  }

  /**
   * Undoes one passage; one that is undone already stays so.
   * @throws AppError `not_found` when there is no such passage
   */
  async undoOne(place: PassagePlace): Promise<ReplacementRecord> {
    const isOf = and(
      eq(replacementPassages.replacementId, place.replacementId),
      eq(replacementPassages.segmentId, place.segmentId),
    );
    if ((await this.db.$count(replacementPassages, isOf)) === 0) throw notFound(place.segmentId);
    await undoPassage(this.db, place, () => Promise.resolve());
    return this.find(place.replacementId);
  }

  /** Removes those that were made that long ago and are not at work, with their passages. @returns how many */
  async removeExpired(madeBefore: Date): Promise<number> {
    return inTransaction(this.db, async (tx) => {
      const { rowCount } = await tx
        .delete(replacements)
        .where(and(lt(replacements.createdAt, madeBefore), IS_OVER));
      await tx.execute(sql`
        DELETE FROM replacement_passages WHERE NOT EXISTS (
          SELECT FROM replacements WHERE replacements.id = replacement_id)`);
      return rowCount ?? 0;
    });
  }

  private async countsOf(
    id: string,
  ): Promise<Pick<ReplacementRecord, 'counts' | 'conversationCount'>> {
    const { outcome, conversationId, replacementId } = replacementPassages;
    const rows = await this.db
      .select({
        outcome,
        count: sql<number>`count(*)::integer`,
      })
      .from(replacementPassages)
      .where(eq(replacementId, id))
      .groupBy(outcome);
    const [total] = await this.db
      .select({ count: sql<number>`count(DISTINCT ${conversationId})::integer` })
      .from(replacementPassages)
      .where(eq(replacementId, id));
    const found = new Map(rows.map((row) => [row.outcome, row.count]));
    const of = (each: PassageOutcome) => found.get(each) ?? 0;
    const counts = {
      ...{ pending: of('pending'), replaced: of('replaced'), changed: of('changed') },
      ...{ undone: of('undone'), kept: of('kept') },
    };
    return { counts, conversationCount: total?.count ?? 0 };
  }
}

async function lock(tx: Transaction, id: string): Promise<typeof replacements.$inferSelect> {
  const [row] = await tx.select().from(replacements).where(eq(replacements.id, id)).for('update');
  if (row === undefined) throw notFound(id);
  return row;
}

function notFound(id: string): AppError {
  return new AppError('not_found', `There is no replacement ${id}.`);
}

function notReady(): AppError {
  return new AppError('replacement_not_ready', 'It was not replaced, or not all of it yet.');
}
