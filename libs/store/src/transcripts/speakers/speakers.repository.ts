import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { TimeRange } from '#contracts/model';
import { AppError } from '#platform';
import {
  lockConversation,
  type LockedConversation,
} from '../../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { newId } from '../../database/ids.ts';
import { inTransaction, SNAPSHOT } from '../../database/transaction.ts';
import { appendAndApply } from '../../events/append-and-apply.ts';
import {
  clips,
  conversations,
  segments,
  speakerChanges,
  tasks,
  turns,
} from '../../schema/index.ts';
import { conversationSignal, signalWork } from '../../signals/signal-work.ts';
import type { NamedTurn, NameRules } from './name-rules.ts';
import { renameInTexts } from './rename-in-texts.ts';
import { divideByLabels, passagesOf, recordingOf, type Passages } from './assign-passages.ts';
import { assignmentsOf, speakerDecisions } from './speaker-decisions.ts';

export type SpeakerChangeRecord = typeof speakerChanges.$inferSelect;

/** What a person decides about a speaker. */
export interface SpeakerDecision {
  /** The name of a speaker as it is now. */
  readonly from: string;
  readonly to: string;
  /** Whether `to` may be the name of another speaker. */
  readonly merge: boolean;
}

/** What people call the speakers of a conversation. It outlasts everything that engines tell later. */
export class SpeakersRepository {
  constructor(private readonly db: Database) {}

  /** What was said by whom, in order, without the words; `null` when there is no such conversation. */
  async find(conversationId: string) {
    return inTransaction(
      this.db,
      async (tx) => {
        const { revision, id } = conversations;
        const [conversation] = await tx
          .select({ revision })
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
   * Calls a speaker something else. Summaries, action items and memories follow. Deciding the same again changes nothing.
   * @throws AppError `not_found`, `speaker_unknown`; `speaker_exists` when somebody else has the name and it is no merge
   */
  async decide(
    conversationId: string,
    { from, to, merge }: SpeakerDecision,
    rules: NameRules,
  ): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const conversation = await lock(tx, conversationId);
      const all = await turnsOf(tx, conversationId);
      const own = all.filter(({ speaker }) => speaker === from);
      if (own.length === 0)
        throw new AppError('speaker_unknown', `Nobody called “${from}” speaks in it.`);
      if (from === to) return;
      if (!merge && all.some(({ speaker }) => speaker === to))
        throw new AppError('speaker_exists', `Somebody else in it is called “${to}”.`);
      const id = newId('speakerChange');
      const bases = [...new Set(own.map(({ base }) => base))];
      const decided = { id, conversationId, fromName: from, toName: to, bases };
      await tx.insert(speakerChanges).values({ ...decided, createdAt: new Date() });
      await follow(tx, conversation, { changeId: id, undone: false }, rules);
    });
  }

  /**
   * Gives passages of a recording to somebody, who may be new. What was made of the text is made again.
   * @throws AppError `not_found`, `passage_not_heard`
   */
  async assign(
    conversationId: string,
    { segmentIds, speaker }: { readonly segmentIds: readonly string[]; readonly speaker: string },
    rules: NameRules,
  ): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const conversation = await lock(tx, conversationId);
      const { recording, ranges } = await passagesOf(tx, conversationId, segmentIds);
      const all = await turnsOf(tx, conversationId);
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
    });
  }

  /**
   * Takes a decision back. Later decisions about the same speaker stay. Taking it back again changes nothing.
   * @throws AppError `not_found`
   */
  async undo(conversationId: string, changeId: string, rules: NameRules): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      const conversation = await lock(tx, conversationId);
      const [change] = await tx
        .select()
        .from(speakerChanges)
        .where(
          and(eq(speakerChanges.id, changeId), eq(speakerChanges.conversationId, conversationId)),
        );
      if (change === undefined)
        throw new AppError('not_found', `There is no change ${changeId} in this conversation.`);
      if (change.undoneAt !== null) return;
      await tx
        .update(speakerChanges)
        .set({ undoneAt: new Date() })
        .where(eq(speakerChanges.id, changeId));
      const undone = { changeId, undone: true };
      const { clipId, ranges } = change;
      if (clipId === null || ranges === null) return follow(tx, conversation, undone, rules);
      const recording = await recordingOf(tx, conversationId, clipId);
      await redivide(tx, conversation, { recording, ranges }, undone, rules);
    });
  }
}

/**
 * Gives passages to whom people have given them last, or to the voice that was heard there. The revision grows, because
 * somebody else has said something.
 */
async function redivide(
  tx: Transaction,
  { id, ownerId, revision }: LockedConversation,
  { recording, ranges }: Passages,
  change: { readonly changeId: string; readonly undone: boolean },
  rules: NameRules,
): Promise<void> {
  const decisions = await speakerDecisions(tx, id);
  const assigned = await assignmentsOf(tx, id, recording.clipId);
  const covers = (segment: TimeRange) => (range: TimeRange) =>
    range.startMs <= segment.startMs && segment.endMs <= range.endMs;
  const labelOf = (segment: TimeRange, present: string) => {
    const given = assigned.findLast(covers(segment))?.label;
    return given ?? ranges.find(covers(segment))?.label ?? present;
  };
  const nameOf = (label: string) => rules.nameOf(label, decisions);
  await divideByLabels(tx, recording, labelOf, nameOf, async (division) => {
    await appendAndApply(tx, [
      {
        ...{ type: 'speakers_changed', ownerId, conversationId: id, taskId: null },
        idempotencyKey: `speakers_changed:${change.changeId}:${change.undone}`,
        data: { ...change, revision: revision + 1, division },
      },
    ]);
  });
  await signalWork(tx, [conversationSignal(id, ownerId)]);
}

async function lock(tx: Transaction, id: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, id);
  if (conversation !== null) return conversation;
  throw new AppError('not_found', `There is no conversation ${id}.`);
}

/** Turns with what they were called before anybody decided. */
async function turnsOf(tx: Transaction, conversationId: string) {
  const { id, speaker, voiceLabel, givenSpeaker } = turns;
  const rows = await tx
    .select({ id, speaker, voiceLabel, givenSpeaker })
    .from(turns)
    .where(eq(turns.conversationId, conversationId));
  return rows.map((row) => ({ ...row, base: row.voiceLabel ?? row.givenSpeaker ?? row.speaker }));
}

/**
 * Gives the turns of a conversation the names that are decided, and everything that names them. Where only names have
 * changed, the revision stays, so that no engine is asked; else what was made of the text is outdated.
 */
async function follow(
  tx: Transaction,
  { id, ownerId, revision: before }: LockedConversation,
  change: { readonly changeId: string; readonly undone: boolean },
  rules: NameRules,
): Promise<void> {
  const decisions = await speakerDecisions(tx, id);
  const named = (await turnsOf(tx, id)).map((turn) => ({
    ...turn,
    before: turn.speaker,
    after: rules.nameOf(turn.base, decisions),
  }));
  // A summary that is being made has read the old names, so it has to be made again.
  const isRenamed = rules.isOnlyRenamed(named) && !(await isSummarised(tx, id));
  await setNames(tx, named);
  const names = rules.replaced(named);
  if (names.size > 0) await renameInTexts(tx, id, (text) => rules.withNames(text, names));
  const revision = isRenamed ? before : before + 1;
  await appendAndApply(tx, [
    {
      ...{ type: 'speakers_changed', ownerId, conversationId: id, taskId: null },
      idempotencyKey: `speakers_changed:${change.changeId}:${change.undone}`,
      data: { ...change, revision },
    },
  ]);
  if (!isRenamed) await signalWork(tx, [conversationSignal(id, ownerId)]);
}

async function isSummarised(tx: Transaction, conversationId: string): Promise<boolean> {
  const isRunning = and(
    eq(tasks.conversationId, conversationId),
    eq(tasks.type, 'summary'),
    inArray(tasks.state, ['running', 'cancelling']),
  );
  return (await tx.$count(tasks, isRunning)) > 0;
}

async function setNames(
  tx: Transaction,
  named: readonly (NamedTurn & {
    readonly id: string;
    readonly base: string;
    readonly voiceLabel: string | null;
  })[],
): Promise<void> {
  const changed = named
    .filter(({ before, after }) => before !== after)
    .map(({ id, after, base, voiceLabel }) => ({
      ...{ id, speaker: after },
      given: voiceLabel === null && after !== base ? base : null,
    }));
  await tx.execute(sql`
    UPDATE turns SET speaker = changed.speaker, given_speaker = changed.given
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS changed(id text, speaker text, given text)
    WHERE turns.id = changed.id`);
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
