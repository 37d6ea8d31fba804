import type { BinKind } from '#contracts/model';
import type { binItems } from '../schema/index.ts';

/** Something that was deleted and can be restored. */
export type BinItemRecord = typeof binItems.$inferSelect;

/** Names something that can be deleted or restored. */
export interface BinRef {
  readonly kind: BinKind;
  readonly id: string;
  /** When given, it must belong to this conversation or project. */
  readonly within?: string | undefined;
}

/** Something that is about to be moved to the bin. */
export type Deletable = Pick<BinItemRecord, 'id' | 'ownerId' | 'title'> &
  Partial<Pick<BinItemRecord, 'belongsTo' | 'conversationIds' | 'exchangeId'>>;
