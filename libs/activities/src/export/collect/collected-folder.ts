import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '#platform';
import { collectedExportSchema, type CollectedExport } from './collected-export.schema.ts';

const INDEX = 'collected.json';

/** Where an export is made, within its work folder. What is complete was renamed to its name. */
export class CollectedFolder {
  /** Folder of the collected files. */
  readonly rows: string;
  /** The zip file. */
  readonly zip: string;

  constructor(private readonly folder: string) {
    this.rows = path.join(folder, 'rows');
    this.zip = path.join(folder, 'export.zip');
  }

  /** Fills a new folder, which takes the place of an earlier one as soon as it is complete. */
  async fill(work: (folder: string) => Promise<CollectedExport>): Promise<CollectedExport> {
    const filling = path.join(this.folder, `rows-${randomUUID()}`);
    await fs.mkdir(filling, { recursive: true });
    const collected = await work(filling);
    await fs.writeFile(path.join(filling, INDEX), JSON.stringify(collected));
    await fs.rm(this.rows, { recursive: true, force: true });
    await fs.rename(filling, this.rows);
    return collected;
  }

  /** What was collected; `null` when it is not complete. */
  async read(): Promise<CollectedExport | null> {
    try {
      const text = await fs.readFile(path.join(this.rows, INDEX), 'utf8');
      return collectedExportSchema.parse(JSON.parse(text));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Writes the zip file under another name until it is complete. */
  async writeZip<Result>(work: (file: string) => Promise<Result>): Promise<Result> {
    const writing = path.join(this.folder, `export-${randomUUID()}.zip`);
    const result = await work(writing);
    await fs.rename(writing, this.zip);
    return result;
  }

  /** Removes all that an earlier try has left. */
  async clear(): Promise<void> {
    await fs.rm(this.folder, { recursive: true, force: true });
  }
}
