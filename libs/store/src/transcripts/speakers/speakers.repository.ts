import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { AppError } from '#platform';
import {
  lockConversation,
  type LockedConversation,
} from '../../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { newId } from '../../database/ids.ts';
import { inTransaction, SNAPSHOT } from '../../database/transaction.ts';
import { clips, conversations, segments, speakerChanges, turns } from '../../schema/index.ts';
import { passagesOf } from './assign-passages.ts';
import {
  decideName,
  undoDecision,
  type DecisionSettings,
  type SpeakerDecision,
} from './decide-name.ts';
import { turnsWithBases } from './follow-names.ts';
import { followVoices } from './follow-voices.ts';
import { redivide } from './redivide.ts';
import { speakerDecisions } from './speaker-decisions.ts';

export type SpeakerChangeRecord = typeof speakerChanges.$inferSelect;

/** What people call the speakers of a conversation. It outlasts everything that engines tell later. */
export class SpeakersRepository {
  constructor(
    private readonly db: Database,
    private readonly settings: DecisionSettings,
  ) {}

  /** What was said by whom, in order, without the words; `null` when there is no such conversation. */
  async find(conversationId: string) {
    return inTransaction(
      this.db,
      async (tx) => {
        const { revision, ownerId, id } = conversations;
        const [conversation] = await tx
          .select({ revision, ownerId })
          .from(conversations)
          .where(eq(id, conversationId));
        if (conversation === undefined) return null;
        const pieces = await piecesOf(tx, conversationId);
        const changes = await tx
          .select()
          .from(speakerChanges)
          .where(eq(speakerChanges.conversationId, conversationId))
          .orderBy(desc(speakerChanges.id));
        return { ...conversation, pieces, changes };
      },
      SNAPSHOT,
    );
  }

  /**
   * Calls a speaker something else. Summaries, action items, facts and memories follow. Deciding the same again changes
   * nothing.
   * @throws AppError `not_found`, `speaker_unknown`; `speaker_exists` when somebody else has the name and it is no merge
   */
  async decide(conversationId: string, decision: SpeakerDecision): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await decideName(tx, await lock(tx, conversationId), decision, this.settings);
    });
  }

  /**
   * Gives passages of a recording to somebody, who may be new. What was made of the text is made again.
   * @throws AppError `not_found`, `passage_not_heard`
   */
  async assign(
    conversationId: string,
    { segmentIds, speaker }: { readonly segmentIds: readonly string[]; readonly speaker: string },
  ): Promise<void> {
    const { rules, learnsVoices } = this.settings;
    await inTransaction(this.db, async (tx) => {
      const conversation = await lock(tx, conversationId);
      const { recording, ranges } = await passagesOf(tx, conversationId, segmentIds);
      const all = await turnsWithBases(tx, conversationId);
      const toLabel = all.find((turn) => turn.speaker === speaker)?.base ?? speaker;
      const moved = ranges.filter(({ label }) => label !== toLabel);
      if (moved.length === 0) return;
      const id = newId('speakerChange');
      const from = [...new Set(moved.map(({ label }) => label))];
      const decisions = await speakerDecisions(tx, conversationId);
      const fromName = from.map((label) => rules.nameOf(label, decisions)).join(', ');
      await tx.insert(speakerChanges).values({
        ...{ id, conversationId, fromName, toName: speaker, bases: [] },
        ...{ clipId: recording.clipId, ranges: moved, toLabel, createdAt: new Date() },
      });
      const change = { changeId: id, undone: false };
      await redivide(tx, conversation, { recording, ranges: moved }, change, rules);
      await followVoices(tx, conversation, [toLabel], learnsVoices, rules);
    });
  }

  /**
   * Takes a decision back. Later decisions about the same speaker stay. Taking it back again changes nothing.
   * @throws AppError `not_found`
   */
  async undo(conversationId: string, changeId: string): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await undoDecision(tx, await lock(tx, conversationId), changeId, this.settings);
    });
  }
}

async function lock(tx: Transaction, id: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, id);
  if (conversation !== null) return conversation;
  throw new AppError('not_found', `There is no conversation ${id}.`);
}

async function piecesOf(tx: Transaction, conversationId: string) {
  const { startMs, endMs, turnId } = segments;
  const isKept = and(eq(clips.id, segments.clipId), sql`${clips.audioRemovedAt} IS NULL`);
  return tx
    .select({
      ...{ startMs, endMs, turnId, speaker: turns.speaker, voiceLabel: turns.voiceLabel },
      clipId: clips.id,
    })
    .from(segments)
    .innerJoin(turns, eq(turns.id, turnId))
    .leftJoin(clips, isKept)
    .where(eq(segments.conversationId, conversationId))
    .orderBy(asc(turnId), asc(segments.position));
}
