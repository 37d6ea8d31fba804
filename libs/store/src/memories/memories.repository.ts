import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import type { SpokenText, TaskPriority } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { lockConversation } from '../conversations/lock-conversations.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { conversations, memories, tasks } from '../schema/index.ts';
import { assignScoringTask, createScoringTask } from './assign-scoring.ts';
import { isSelected, type MemoryFilter } from './memory-filter.ts';
import { memoryWritten, noMemory, type MemoryRecord, type PlacedMemory } from './memory.records.ts';
import { toPage, type Page } from '../database/page.ts';
import { lockPins, pinChanges, type EvictionRule } from './pins.ts';
import type { TaskRecord } from '../tasks/task.records.ts';
import { writeMemories } from './write-memories.ts';

export type { MemoryRecord, PlacedMemory } from './memory.records.ts';
export type { EvictionRule } from './pins.ts';

/** A memory that an application writes. */
export interface GivenMemory {
  readonly ownerId: string;
  readonly narrative: string;
  readonly priorDialogue: readonly SpokenText[];
  /** Interactive by default. */
  readonly priority?: TaskPriority | undefined;
}

export interface MemoryListQuery extends MemoryFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Memories as the API shows them, and their changes by applications and people. */
export class MemoriesRepository {
  constructor(
    private readonly db: Database,
    private readonly evict: EvictionRule,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Writes a memory, with its event and the task that scores it, or returns the one that the same
   * request wrote before. Memories without a conversation join a pending task of their owner and priority.
   * @param scoring whether the installation scores memories
   * @throws AppError `idempotency_key_reused`, `owner_limit_reached`
   */
  async write(
    { priority = 'interactive', ...given }: GivenMemory,
    request: IdempotentRequest | null,
    scoring: boolean,
  ): Promise<PlacedMemory> {
    const memory = { ...given, id: newId('memory'), conversationId: null, exchangeId: null };
    const id = await inTransaction(this.db, async (tx) => {
      const ledger = await OwnerLedger.open(tx, this.limits, [memory.ownerId]);
      const claim = await claimKey(tx, request, memory.id);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      await appendAndApply(tx, [memoryWritten(memory)]);
      await writeMemories(tx, [memory]);
      await assignScoringTask(tx, memory, { scoring, ledger, priority });
      return memory.id;
    });
    return this.require(id);
  }

  async find(id: string): Promise<PlacedMemory | null> {
    const [row] = await placed(this.db).where(eq(memories.id, id));
    return row ?? null;
  }

  /** A page of memories, newest first. */
  async list({ cursor, limit, ...filter }: MemoryListQuery): Promise<Page<PlacedMemory>> {
    const isAfter = cursor === undefined ? undefined : lt(memories.id, cursor);
    const rows = await placed(this.db)
      .where(and(isSelected(filter), isAfter))
      .orderBy(desc(memories.id))
      .limit(limit + 1);
    return toPage(rows, limit);
  }

  /**
   * Pins or unpins a memory for a person. No later score overrides this. A pin may evict auto-pins,
   * the oldest first, but never a manual pin.
   * @throws AppError `not_found`
   */
  async setPin(id: string, pinned: boolean): Promise<PlacedMemory> {
    await inTransaction(this.db, async (tx) => {
      const { ownerId } = await this.get(id, tx);
      const pins = await lockPins(tx, ownerId);
      const memory = await this.get(id, tx);
      const unchanged = memory.pinned === pinned && !memory.autoPinned && memory.decidedByPerson;
      if (unchanged) return;
      const key = `person:${newId('memory')}`;
      await appendAndApply(
        tx,
        pinChanges(memory, { pinned, autoPinned: false }, pins, this.evict, key),
      );
    });
    return this.require(id);
  }

  /**
   * Creates a task that scores a memory again.
   * @returns the task
   * @throws AppError `not_found`, `owner_limit_reached`
   */
  async rescore(id: string): Promise<TaskRecord> {
    return inTransaction(this.db, async (tx) => {
      const { conversationId } = await this.get(id, tx);
      // No task is created for what is being deleted.
      if (conversationId !== null) await lockConversation(tx, conversationId);
      const memory = await this.get(id, tx, true);
      const ledger = await OwnerLedger.open(tx, this.limits, [memory.ownerId]);
      const terms = { ledger, priority: 'interactive', skipsQuietWait: true } as const;
      const taskId = await createScoringTask(tx, memory, terms);
      const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
      if (!task) throw new Error(`task ${taskId} is missing after its creation`);
      return task;
    });
  }

  /** @throws AppError `not_found` */
  async require(id: string): Promise<PlacedMemory> {
    const found = await this.find(id);
    if (found !== null) return found;
    throw noMemory(id);
  }

  private async get(id: string, tx: Transaction, locked = false): Promise<MemoryRecord> {
    const query = tx.select().from(memories).where(eq(memories.id, id));
    const [row] = await (locked ? query.for('update') : query);
    if (row) return row;
    throw noMemory(id);
  }
}

/** That of its words, or the one that it was kept from if that is there again. */
const isItsConversation = and(
  sql`${conversations.id} = coalesce(${memories.conversationId}, ${memories.keptFrom})`,
  eq(conversations.ownerId, memories.ownerId),
);

function placed(db: Database) {
  return db
    .select({
      ...getTableColumns(memories),
      conversationTitle: conversations.title,
      projectId: sql<
        string | null
      >`CASE WHEN ${memories.conversationId} IS NOT NULL THEN ${conversations.projectId} END`,
    })
    .from(memories)
    .leftJoin(conversations, isItsConversation)
    .$dynamic();
}
