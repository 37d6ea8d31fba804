import type { BinKind } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import type { binItems } from '../schema/index.ts';

/** Something that was deleted and can be restored. */
export type BinItemRecord = typeof binItems.$inferSelect;

/** Names something that can be deleted or restored. */
export interface BinRef {
  readonly kind: BinKind;
  readonly id: string;
  /** When given, it must belong to this conversation or project. */
  readonly within?: string | undefined;
  /** When given, it must belong to this owner. */
  readonly ownerId?: string | undefined;
}

/** How something is deleted. */
export interface Deletion {
  /** It cannot be restored, and is purged at once; it may be in the bin already. */
  readonly permanently?: boolean | undefined;
  /** Id of the task that deletes it; none when a person does. */
  readonly deletedBy?: string | undefined;
  /** Takes out what outlives it; called when it is locked, before its rows are moved. */
  readonly keep?: ((tx: Transaction) => Promise<void>) | undefined;
  /** Writes what belongs to the deletion, last in its transaction. */
  readonly note?: ((tx: Transaction) => Promise<void>) | undefined;
}

/** Something that is about to be moved to the bin. */
export type Deletable = Pick<BinItemRecord, 'id' | 'ownerId' | 'title'> &
  Partial<Pick<BinItemRecord, 'belongsTo' | 'conversationIds' | 'deletedBy' | 'exchangeId'>>;
