import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import type { LockedConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { newId } from '../../database/ids.ts';
import { speakerChanges } from '../../schema/index.ts';
import { recordingOf } from './assign-passages.ts';
import { followNames, turnsWithBases } from './follow-names.ts';
import { followVoices } from './follow-voices.ts';
import type { NameRules } from './name-rules.ts';
import { redivide } from './redivide.ts';

/** What a person decides about a speaker. */
export interface SpeakerDecision {
  /** The name of a speaker as it is now. */
  readonly from: string;
  readonly to: string;
  /** Whether `to` may be the name of another speaker. */
  readonly merge: boolean;
}

/** By what a decision is carried out. */
export interface DecisionSettings {
  readonly rules: NameRules;
  /** Whether a voice that gets a name is learned, if its owner wants that. */
  readonly learnsVoices: boolean;
}

/**
 * Calls a speaker of a locked conversation something else, and everything that was made of it.
 * @returns the id of the change; `null` when the name is the same
 * @throws AppError `speaker_unknown`; `speaker_exists` when somebody else has the name and it is no merge
 */
export async function decideName(
  tx: Transaction,
  conversation: LockedConversation,
  { from, to, merge }: SpeakerDecision,
  { rules, learnsVoices }: DecisionSettings,
): Promise<string | null> {
  const conversationId = conversation.id;
  const all = await turnsWithBases(tx, conversationId);
  const own = all.filter(({ speaker }) => speaker === from);
  if (own.length === 0)
    throw new AppError('speaker_unknown', `Nobody called “${from}” speaks in it.`);
  if (from === to) return null;
  if (!merge && all.some(({ speaker }) => speaker === to))
    throw new AppError('speaker_exists', `Somebody else in it is called “${to}”.`);
  const id = newId('speakerChange');
  const bases = [...new Set(own.map(({ base }) => base))];
  const decided = { id, conversationId, fromName: from, toName: to, bases };
  await tx.insert(speakerChanges).values({ ...decided, createdAt: new Date() });
  await followNames(tx, conversation, { changeId: id, undone: false }, rules);
  await followVoices(tx, conversation, bases, learnsVoices, rules);
  return id;
}

/**
 * Takes back what a person has decided about a speaker of a locked conversation; nothing when that was done before.
 * @throws AppError `not_found`
 */
export async function undoDecision(
  tx: Transaction,
  conversation: LockedConversation,
  changeId: string,
  { rules, learnsVoices }: DecisionSettings,
): Promise<void> {
  const conversationId = conversation.id;
  const [change] = await tx
    .select()
    .from(speakerChanges)
    .where(and(eq(speakerChanges.id, changeId), eq(speakerChanges.conversationId, conversationId)));
  if (change === undefined)
    throw new AppError('not_found', `There is no change ${changeId} in this conversation.`);
  if (change.undoneAt !== null) return;
  await tx
    .update(speakerChanges)
    .set({ undoneAt: new Date() })
    .where(eq(speakerChanges.id, changeId));
  const undone = { changeId, undone: true };
  const { clipId, ranges, bases, toLabel } = change;
  if (clipId === null || ranges === null) await followNames(tx, conversation, undone, rules);
  else {
    const recording = await recordingOf(tx, conversationId, clipId);
    await redivide(tx, conversation, { recording, ranges }, undone, rules);
  }
  const labels = toLabel === null ? bases : [toLabel];
  await followVoices(tx, conversation, labels, learnsVoices, rules);
}
