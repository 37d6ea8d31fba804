import type { RenameOutcome } from '#contracts/model';
import type { BulkChangeRecord } from '../bulk-changes/bulk-change.records.ts';
import type { renamedConversations, speakerRenames } from '../schema/index.ts';

/** What somebody is to be called in all conversations of an owner. */
export interface NewSpeakerRename {
  readonly ownerId: string;
  /** What they are called now. */
  readonly from: string;
  readonly to: string;
}

/** A renaming with what has become of it. */
export type SpeakerRenameRecord = Omit<
  typeof speakerRenames.$inferSelect,
  'appliedBy' | 'undoneBy'
> & {
  /** How many conversations there are of each outcome; those in the bin do not count. */
  readonly counts: Readonly<Record<RenameOutcome, number>>;
  readonly applied: BulkChangeRecord | null;
  readonly undone: BulkChangeRecord | null;
};

/** A conversation of a renaming. */
export type RenamedConversationRecord = Pick<
  typeof renamedConversations.$inferSelect,
  'conversationId' | 'outcome'
> & { readonly title: string };
