import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import {
  backupFolder,
  databaseContentsSchema,
  manifestName,
  storedFileSchema,
} from '../manifest/manifest.ts';
import type { BackupPlace } from '../places/backup-place.port.ts';

/** The finished dump of a backup that is not complete yet. */
const draftSchema = z.object({
  /** The moment that the dump shows. */
  takenAt: z.iso.datetime(),
  postgresVersion: z.string(),
  contents: databaseContentsSchema,
  database: storedFileSchema,
  blobList: storedFileSchema,
  blobs: z.object({ count: z.number().int(), bytes: z.number().int() }),
});
export type Draft = z.output<typeof draftSchema>;

/** Keeps what is finished of a backup in its folder, so that a retry continues there. */
export class Drafts {
  constructor(private readonly place: BackupPlace) {}

  /** The finished dump of a backup; `null` when there is none. */
  async find(backupId: string): Promise<Draft | null> {
    const name = draftName(backupId);
    if ((await this.place.sizeOf(name)) === null) return null;
    return draftSchema.parse(JSON.parse(await text(await this.place.read(name))));
  }

  async save(backupId: string, draft: Draft, signal: AbortSignal): Promise<void> {
    const content = Readable.from([Buffer.from(JSON.stringify(draft))]);
    await this.place.write(draftName(backupId), content, signal);
  }

  /** Removes the draft of a backup that is complete. */
  async remove(backupId: string): Promise<void> {
    await this.place.remove(draftName(backupId));
  }

  /** Removes what tries that were given up have written, before a backup is published. */
  async removeOthers(backupId: string, kept: readonly string[]): Promise<void> {
    for (const name of await this.namesIn(backupId)) {
      if (![...kept, draftName(backupId)].includes(name)) await this.place.remove(name);
    }
  }

  /** Removes all files of a backup. Without its manifest it is gone, so that goes first. */
  async removeAll(backupId: string): Promise<void> {
    await this.place.remove(manifestName(backupId));
    for (const name of await this.namesIn(backupId)) await this.place.remove(name);
  }

  private async namesIn(backupId: string): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const { name } of this.place.list(backupFolder(backupId))) names.push(name);
    return names;
  }
}

function draftName(backupId: string): string {
  return `${backupFolder(backupId)}dump.json`;
}
