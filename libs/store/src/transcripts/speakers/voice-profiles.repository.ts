import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { AppError } from '#platform';
import { lockConversation } from '../../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { toPage, type Page } from '../../database/page.ts';
import { inTransaction } from '../../database/transaction.ts';
import { rejectedNames, turns, voiceProfiles } from '../../schema/index.ts';
import { floatsOf } from './float-bytes.ts';
import { hasVoicesKnown } from './follow-voices.ts';
import type { NameRules } from './name-rules.ts';
import { voicesOfSpeakers } from './voices-of-speakers.ts';

/** A named voice, without what it is known by. */
export type VoiceProfileRecord = Omit<typeof voiceProfiles.$inferSelect, 'embedding'>;

export interface VoiceProfileQuery {
  readonly ownerId: string;
  /** Last profile of the previous page. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The voices that people have named, and the voices that have no name yet. */
export class VoiceProfilesRepository {
  /** @param isAllowed whether the installation has voices recognised at all */
  constructor(
    private readonly db: Database,
    private readonly rules: Pick<NameRules, 'isLabel'>,
    readonly isAllowed: boolean,
  ) {}

  /** A page of the named voices of an owner, in the order in which they were named. */
  async list({ ownerId, cursor, limit }: VoiceProfileQuery): Promise<Page<VoiceProfileRecord>> {
    const { id } = voiceProfiles;
    const isNext = cursor === undefined ? undefined : gt(id, cursor);
    const rows = await this.db
      .select()
      .from(voiceProfiles)
      .where(and(eq(voiceProfiles.ownerId, ownerId), isNext))
      .orderBy(asc(id))
      .limit(limit + 1);
    return toPage(
      rows.map(({ embedding: _embedding, ...profile }) => profile),
      limit,
    );
  }

  /** Forgets a voice. What was named stays. @throws AppError `not_found` */
  async remove(id: string): Promise<void> {
    const { rowCount } = await this.db.delete(voiceProfiles).where(eq(voiceProfiles.id, id));
    if (!rowCount) throw new AppError('not_found', `There is no voice profile ${id}.`);
  }

  /** Forgets all voices of an owner. @returns how many */
  async removeAll(ownerId: string): Promise<number> {
    const { rowCount } = await this.db
      .delete(voiceProfiles)
      .where(eq(voiceProfiles.ownerId, ownerId));
    return rowCount ?? 0;
  }

  /**
   * What is needed to suggest names in a conversation: the voices there that have none, the profiles of its owner, and what
   * people have rejected; `null` when the owner or the installation has no voices recognised.
   */
  async unnamed({ id, ownerId }: { readonly id: string; readonly ownerId: string }) {
    if (!this.isAllowed) return null;
    return inTransaction(this.db, async (tx) => {
      if (!(await hasVoicesKnown(tx, ownerId))) return null;
      const rows = await tx
        .select()
        .from(voiceProfiles)
        .where(and(eq(voiceProfiles.ownerId, ownerId), ne(voiceProfiles.conversationId, id)));
      if (rows.length === 0) return null;
      const labels = await this.unnamedLabels(tx, id);
      const profiles = rows.map(({ embedding, ...profile }) => ({
        ...profile,
        embedding: floatsOf(embedding),
      }));
      const { voiceLabel, name, conversationId } = rejectedNames;
      const rejected = await tx
        .select({ voiceLabel, name })
        .from(rejectedNames)
        .where(eq(conversationId, id));
      return { profiles, rejected, voices: await voicesOfSpeakers(tx, id, labels) };
    });
  }

  /**
   * Notes that a speaker is not who they sound like. Doing it again changes nothing.
   * @throws AppError `not_found`; `speaker_unknown` when no voice of that name speaks in it
   */
  async reject(
    conversationId: string,
    { speaker, name }: { readonly speaker: string; readonly name: string },
  ): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      if ((await lockConversation(tx, conversationId)) === null)
        throw new AppError('not_found', `There is no conversation ${conversationId}.`);
      const found = await tx
        .selectDistinct({ voiceLabel: turns.voiceLabel })
        .from(turns)
        .where(and(eq(turns.conversationId, conversationId), eq(turns.speaker, speaker)));
      const labels = found.flatMap(({ voiceLabel }) => voiceLabel ?? []);
      if (labels.length === 0)
        throw new AppError('speaker_unknown', `No voice called “${speaker}” speaks in it.`);
      const createdAt = new Date();
      await tx
        .insert(rejectedNames)
        .values(labels.map((voiceLabel) => ({ conversationId, voiceLabel, name, createdAt })))
        .onConflictDoNothing();
    });
  }

  /** The labels of the voices that are called as such. */
  private async unnamedLabels(tx: Transaction, conversationId: string): Promise<readonly string[]> {
    const { voiceLabel, speaker } = turns;
    const rows = await tx
      .selectDistinct({ voiceLabel, speaker })
      .from(turns)
      .where(eq(turns.conversationId, conversationId));
    return rows.flatMap((row) =>
      row.voiceLabel !== null && this.rules.isLabel(row.speaker) ? [row.voiceLabel] : [],
    );
  }
}
