import type { ErasureState } from '#contracts/model';
import type { erasures } from '../schema/index.ts';

type ErasureRow = typeof erasures.$inferSelect;

/** An erasure, as it is listed. */
export interface ErasureRecord extends Omit<ErasureRow, 'ownerHash' | 'salt'> {
  readonly state: ErasureState;
}

/** An erasure that is not completed. */
export interface OpenErasure {
  readonly id: string;
  readonly ownerId: string;
  readonly pseudonym: string;
}

/**
 * What is kept of an erasure for good, so that no backup brings back its owner. It does not hold the
 * name.
 */
export type Tombstone = Readonly<
  Pick<ErasureRow, 'id' | 'pseudonym' | 'ownerHash' | 'salt' | 'requestedAt'>
>;

/** An erasure as the present database knows it, or only its tombstone. */
export interface KeptErasure
  extends Tombstone, Readonly<Pick<ErasureRow, 'ownerId' | 'counts' | 'completedAt'>> {}

/** The beginning of the names that take the place of those of erased owners. */
export const PSEUDONYM_PREFIX = 'erased_';

/** The pseudonym of the owner of an erasure. @param id of the erasure, `era_…` */
export function pseudonymOf(id: string): string {
  return `${PSEUDONYM_PREFIX}${id.slice(id.indexOf('_') + 1)}`;
}
