import { ErasuresRepository, eraseRestored, openDatabase, type KeptErasure } from '#store';
import type { TombstoneList } from './tombstone-list.ts';

/**
 * Erases from a restored database everybody who was erased since its backup was made, before it takes the
 * place of the own one. Both the own database and the place of the backups know who that is: the former
 * is all that there is when an old place was lost, the latter when the database was.
 */
export class RestoredErasures {
  /** @param url `postgresql://…` of the installation's own database */
  constructor(
    private readonly url: string,
    private readonly list: TombstoneList,
  ) {}

  /**
   * @param restored `postgresql://…` of a restored database at the current schema, which nobody uses
   * @returns SHA-256 of the recordings and documents that the backup has and nobody needs any more
   * @throws AppError `backup_place_unavailable`, `backup_damaged`; the abort reason
   */
  async apply(restored: string, signal: AbortSignal): Promise<ReadonlySet<string>> {
    const kept = await this.kept(signal);
    const opened = openDatabase(restored, 1, () => undefined);
    try {
      return (await eraseRestored(opened.db, kept, signal)).unused;
    } finally {
      await opened.close();
    }
  }

  /** The own database knows more of an erasure than its note, so it comes last. */
  private async kept(signal: AbortSignal): Promise<readonly KeptErasure[]> {
    const noted = (await this.list.read(signal)).map((tombstone) => ({
      ...tombstone,
      ...{ ownerId: null, counts: null, completedAt: null },
    }));
    const own = openDatabase(this.url, 1, () => undefined);
    try {
      return [...noted, ...(await new ErasuresRepository(own.db).kept())];
    } finally {
      await own.close();
    }
  }
}
