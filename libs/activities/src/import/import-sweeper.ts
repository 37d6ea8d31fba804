import type { ImportFolder, ImportsRepository } from '#store';

/** Files that were kept since are looked at the next time. */
const JUST_KEPT_MS = 60 * 60_000;

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
    let removed = 0;
    for (const sha256 of files) {
      const remove = () => this.folder.remove(sha256);
      if (await this.imports.removeFile(sha256, remove)) removed += 1;
    }
    return expired + removed;
  }
}
