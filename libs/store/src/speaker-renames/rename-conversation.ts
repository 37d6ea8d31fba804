import { and, eq } from 'drizzle-orm';
import { AppError } from '#platform';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { LockedConversation } from '../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { renamedConversations, speakerRenames } from '../schema/index.ts';
import {
  decideName,
  undoDecision,
  type DecisionSettings,
} from '../transcripts/speakers/decide-name.ts';
import type { NameRules } from '../transcripts/speakers/name-rules.ts';

/** A conversation of a renaming. */
export interface RenamePlace {
  readonly renameId: string;
  readonly conversationId: string;
}

type Note = (tx: Transaction) => Promise<void>;
type Place = typeof renamedConversations.$inferSelect;

/**
 * Gives somebody the new name in one conversation, unless nobody has the old one there any more, or somebody else has
 * the new one.
 * @param note writes what belongs to the change, in its transaction
 * @returns whether it was renamed
 */
export function renameInConversation(
  db: Database,
  place: RenamePlace,
  rules: NameRules,
  note: Note,
): Promise<boolean> {
  return settle(db, place, 'pending', note, async (tx, conversation) => {
    const [rename] = await tx
      .select()
      .from(speakerRenames)
      .where(eq(speakerRenames.id, place.renameId));
    if (rename === undefined) return { outcome: 'gone' };
    const decision = { from: rename.fromName, to: rename.toName, merge: false };
    try {
      const changeId = await decideName(tx, conversation, decision, withoutLearning(rules));
      return { outcome: 'renamed', changeId };
    } catch (error) {
      return { outcome: refusedAs(error) };
    }
  });
}

/**
 * Takes the decision back in one conversation. What somebody has decided there since stays.
 * @returns whether it was taken back
 */
export function undoInConversation(
  db: Database,
  place: RenamePlace,
  rules: NameRules,
  note: Note,
): Promise<boolean> {
  return settle(db, place, 'renamed', note, async (tx, conversation, { changeId }) => {
    if (changeId !== null) await undoDecision(tx, conversation, changeId, withoutLearning(rules));
    return { outcome: 'undone' };
  });
}

async function settle(
  db: Database,
  place: RenamePlace,
  from: Place['outcome'],
  note: Note,
  change: (
    tx: Transaction,
    conversation: LockedConversation,
    known: Place,
  ) => Promise<Pick<Place, 'outcome'> & Partial<Pick<Place, 'changeId'>>>,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const conversation = await lockConversation(tx, place.conversationId);
    if (conversation === null) return false;
    // The lock is held: another run has settled it before, or nobody does it now.
    const [known] = await tx.select().from(renamedConversations).where(isAt(place));
    if (known?.outcome !== from) return false;
    const settled = await change(tx, conversation, known);
    await tx.update(renamedConversations).set(settled).where(isAt(place));
    const isChanged = ['renamed', 'undone'].includes(settled.outcome);
    if (isChanged) await note(tx);
    return isChanged;
  });
}

/** Nobody has listened to the voices of so many conversations. */
function withoutLearning(rules: NameRules): DecisionSettings {
  return { rules, learnsVoices: false };
}

/** Why nothing is renamed. Both are found before anything is written. */
function refusedAs(error: unknown): 'taken' | 'gone' {
  if (error instanceof AppError && error.code === 'speaker_exists') return 'taken';
  if (error instanceof AppError && error.code === 'speaker_unknown') return 'gone';
  throw error;
}

function isAt({ renameId, conversationId }: RenamePlace) {
  return and(
    eq(renamedConversations.renameId, renameId),
    eq(renamedConversations.conversationId, conversationId),
  );
}
