import type { ExportFolder, ExportsRepository } from '#store';

/** Removes exports whose time is over, and files that belong to no export. */
export class ExportSweeper {
  /** @param keptMs how long exports are kept, in milliseconds */
  constructor(
    private readonly exports: ExportsRepository,
    private readonly folder: ExportFolder,
    private readonly keptMs: number,
  ) {}

  /** @returns how many exports and leftovers were removed */
  async sweep(): Promise<number> {
    const now = Date.now();
    const expired = await this.exports.removeExpired(new Date(now), new Date(now - this.keptMs));
    const ids = await this.folder.ids();
    const states = await this.exports.stateOf(ids);
    for (const id of ids) await this.tidy(id, states.get(id));
    return expired + ids.filter((id) => !states.has(id)).length;
  }

  /** A file without its row belongs to nobody; the work of an ended run is not needed. */
  private async tidy(id: string, state: 'made' | 'open' | undefined): Promise<void> {
    if (state === undefined) await this.folder.remove(id);
    if (state === 'made') await this.folder.discardWork(id);
  }
}
