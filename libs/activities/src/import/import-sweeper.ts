import type { ImportFolder, ImportsRepository } from '#store';

/** A file that was just kept may belong to a request that is still being stored. */
const JUST_KEPT_MS = 24 * 60 * 60_000;

/** Removes imports whose time is over, and uploaded files that nobody needs. */
export class ImportSweeper {
  /** @param keptMs how long imports are kept, in milliseconds */
  constructor(
    private readonly imports: ImportsRepository,
    private readonly folder: ImportFolder,
    private readonly keptMs: number,
  ) {}

  /** @returns how many imports and files were removed */
  async sweep(now = Date.now()): Promise<number> {
    await this.folder.removeLeftovers();
    const expired = await this.imports.removeExpired(new Date(now - this.keptMs));
    const files = await this.folder.keptBefore(new Date(now - JUST_KEPT_MS));
    const needed = await this.imports.neededFiles(files);
    const unneeded = files.filter((sha256) => !needed.has(sha256));
    for (const sha256 of unneeded) await this.folder.remove(sha256);
    return expired + unneeded.length;
  }
}
