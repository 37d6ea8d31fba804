import { and, asc, eq, gt, not, sql, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { IS_BEING_ERASED, refuseOwnerErased } from '../erasures/refuse-erased.ts';
import { scoreWaiting } from '../memories/score-waiting.ts';
import { memories, ownerSettings } from '../schema/index.ts';

/** What is set for an owner. */
export interface OwnerSettingsRecord {
  readonly ownerId: string;
  /** Whether its memories are scored, if the installation scores any. */
  readonly scoring: boolean;
  /** Whether voices that somebody has named are recognised, if the installation allows it. */
  readonly voiceProfiles: boolean;
  /** What is spoken in its recordings, ISO 639-1 or `auto`; `null` for what the installation says. */
  readonly spokenLanguage: string | null;
  /** Memories that have no score and no task that will give them one. */
  readonly memoriesWaiting: number;
}

/** What somebody sets for an owner; what is left out stays. */
export type OwnerSettingsChange = Partial<
  Pick<OwnerSettingsRecord, 'scoring' | 'voiceProfiles' | 'spokenLanguage'>
>;

export interface OwnerSettingsQuery {
  /** Last owner of the previous page. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Conversations whose waiting memories are claimed at once; those of the others within a minute. */
const CONVERSATIONS_AT_ONCE = 500;

/** What somebody sets. */
const SET = {
  scoring: ownerSettings.scoring,
  voiceProfiles: ownerSettings.voiceProfiles,
  spokenLanguage: ownerSettings.spokenLanguage,
};

/** What is set for owners instead of what holds for all. */
export class OwnerSettingsRepository {
  /** @param ofInstallation what the installation does at all */
  constructor(
    private readonly db: Database,
    readonly ofInstallation: { readonly scoring: boolean; readonly voiceProfiles: boolean },
  ) {}

  /** The settings of an owner; those of an unknown owner are the defaults. */
  async find(ownerId: string): Promise<OwnerSettingsRecord> {
    const [set] = await this.db
      .select(SET)
      .from(ownerSettings)
      .where(eq(ownerSettings.ownerId, ownerId));
    const [waiting] = await this.db
      .select({ count: countWaiting(sql`${ownerId}`) })
      .from(sql`(SELECT 1) AS one`);
    return {
      ownerId,
      scoring: set?.scoring ?? true,
      voiceProfiles: set?.voiceProfiles ?? false,
      spokenLanguage: set?.spokenLanguage ?? null,
      memoriesWaiting: waiting?.count ?? 0,
    };
  }

  /** A page of the owners whose memories are not scored, in order of their names. */
  async unscored({ cursor, limit }: OwnerSettingsQuery): Promise<Page<OwnerSettingsRecord>> {
    const { ownerId, scoring } = ownerSettings;
    const rows = await this.db
      .select({
        ...{ id: ownerId, ownerId, ...SET },
        memoriesWaiting: countWaiting(sql`${ownerId}`),
      })
      .from(ownerSettings)
      .where(and(not(scoring), cursor === undefined ? undefined : gt(ownerId, cursor)))
      .orderBy(asc(ownerId))
      .limit(limit + 1);
    const { items, nextCursor } = toPage(rows, limit);
    return { items: items.map(({ id: _, ...settings }) => settings), nextCursor };
  }

  /**
   * Changes what is set for an owner. While its memories are not scored, they are kept and wait; tasks that
   * exist already are completed. Then those that have waited are scored: each conversation claims its own,
   * and the others get one task after the other. Voices that are known already stay when voices are recognised no longer.
   * @throws AppError `owner_being_erased`
   */
  async change(ownerId: string, change: OwnerSettingsChange): Promise<void> {
    const { scoring } = this.ofInstallation;
    await inTransaction(this.db, async (tx) => {
      await this.write(tx, ownerId, change);
      if (change.scoring !== true || !scoring) return;
      await signalWaiting(tx, ownerId);
      await scoreWaiting(tx, ownerId, scoring);
    });
  }

  /**
   * Sets what an import brings, unless something is set for the owner already.
   * @throws AppError `owner_being_erased`
   */
  async adopt(ownerId: string, { scoring = true, ...set }: OwnerSettingsChange): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const stored = await tx
        .insert(ownerSettings)
        .values({ ownerId, scoring, ...set, changedAt: new Date() })
        .onConflictDoNothing()
        .returning({ beingErased: IS_BEING_ERASED });
      refuseOwnerErased(stored);
    });
  }

  private async write(
    tx: Transaction,
    ownerId: string,
    change: OwnerSettingsChange,
  ): Promise<void> {
    const set = { ...change, changedAt: new Date() };
    const stored = await tx
      .insert(ownerSettings)
      .values({ ownerId, scoring: true, ...set })
      .onConflictDoUpdate({ target: ownerSettings.ownerId, set })
      .returning({ beingErased: IS_BEING_ERASED });
    refuseOwnerErased(stored);
  }
}

function countWaiting(ownerId: SQL): SQL<number> {
  return sql<number>`(
    SELECT count(*)::int FROM ${memories}
    WHERE ${memories.ownerId} = ${ownerId} AND ${memories.significanceTaskId} IS NULL
      AND ${memories.scoredAt} IS NULL)`;
}

async function signalWaiting(tx: Transaction, ownerId: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO work_signals (entity_kind, entity_id, owner_id)
    SELECT DISTINCT 'conversation', conversation_id, owner_id FROM memories
    WHERE owner_id = ${ownerId} AND significance_task_id IS NULL AND conversation_id IS NOT NULL
    ORDER BY conversation_id LIMIT ${CONVERSATIONS_AT_ONCE}`);
}
