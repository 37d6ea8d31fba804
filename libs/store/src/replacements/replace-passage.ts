import { and, eq } from 'drizzle-orm';
import type { PassageOutcome } from '#contracts/model';
import { lockConversation } from '../conversations/lock-conversations.ts';
import type { Database, Transaction } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { replacementPassages, segments } from '../schema/index.ts';
import { editSegment } from '../transcripts/edit-segment.ts';
import type { SegmentRecord } from '../transcripts/read-turns.ts';

/** A passage of a replacement. */
export interface PassagePlace {
  readonly replacementId: string;
  readonly segmentId: string;
}

type Passage = typeof replacementPassages.$inferSelect;
type Note = (tx: Transaction) => Promise<void>;

/**
 * Gives a passage its new text as an edit by a person, if it is as in the preview.
 * @param note writes what belongs to the change, in its transaction
 * @returns whether it was replaced; not what is another text by now, is gone, or was replaced before
 */
export function replacePassage(db: Database, place: PassagePlace, note: Note): Promise<boolean> {
  return settle(db, place, 'pending', note, (passage, segment) => {
    if (shownOf(segment) !== passage.before) return { outcome: 'changed' };
    return { outcome: 'replaced', edited: passage.after, editedBefore: segment.edited };
  });
}

/**
 * Gives a passage the text that it had before it was replaced, unless somebody has changed it since. It is
 * not corrected again because of that, or a glossary would put the same term there at once.
 * @returns whether it was undone
 */
export function undoPassage(db: Database, place: PassagePlace, note: Note): Promise<boolean> {
  return settle(db, place, 'replaced', note, (passage, segment) => {
    if (segment.edited !== passage.after) return { outcome: 'kept' };
    return { outcome: 'undone', edited: passage.editedBefore };
  });
}

/** What becomes of a passage. `edited` is left out when the text stays as it is. */
interface Settled {
  readonly outcome: PassageOutcome;
  readonly edited?: string | null;
  readonly editedBefore?: string | null;
}

async function settle(
  db: Database,
  place: PassagePlace,
  from: PassageOutcome,
  note: Note,
  decide: (passage: Passage, segment: SegmentRecord) => Settled,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const known = await find(tx, place);
    const conversation = known && (await lockConversation(tx, known.conversationId));
    // The lock is held: another run has settled it before, or nobody does it now.
    const passage = conversation ? await find(tx, place) : null;
    if (!conversation || passage?.outcome !== from) return false;
    const [segment] = await tx.select().from(segments).where(eq(segments.id, place.segmentId));
    const settled: Settled = segment === undefined ? goneFrom(from) : decide(passage, segment);
    const { outcome, edited, editedBefore = passage.editedBefore } = settled;
    await tx.update(replacementPassages).set({ outcome, editedBefore }).where(isAt(place));
    if (edited === undefined || segment === undefined) return false;
    await editSegment(tx, conversation, segment, edited);
    await note(tx);
    return true;
  });
}

/** It was transcribed again, so there is nothing to replace or to take back. */
function goneFrom(from: PassageOutcome): Settled {
  return { outcome: from === 'pending' ? 'changed' : 'kept' };
}

async function find(tx: Transaction, place: PassagePlace): Promise<Passage | null> {
  const [row] = await tx.select().from(replacementPassages).where(isAt(place));
  return row ?? null;
}

function isAt({ replacementId, segmentId }: PassagePlace) {
  return and(
    eq(replacementPassages.replacementId, replacementId),
    eq(replacementPassages.segmentId, segmentId),
  );
}

function shownOf({ edited, corrected, raw }: SegmentRecord): string {
  return edited ?? corrected ?? raw;
}
