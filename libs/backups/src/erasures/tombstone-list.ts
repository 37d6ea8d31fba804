import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { AppError } from '#platform';
import type { Tombstone } from '#store';
import type { BackupPlace } from '../places/backup-place.port.ts';

const FOLDER = 'erasures/';
const TOMBSTONE_FORMAT = 1;

const tombstoneSchema = z.object({
  format: z.literal(TOMBSTONE_FORMAT),
  id: z.string(),
  pseudonym: z.string(),
  ownerHash: z.string(),
  salt: z.string(),
  requestedAt: z.iso.datetime(),
});

/**
 * What a restore may not bring back, next to the backups: a file for each erasure, which is never changed
 * or removed. So it outlasts the database, and a restore into an empty installation knows it, too.
 */
export class TombstoneList {
  constructor(private readonly place: BackupPlace) {}

  /**
   * Adds those that are missing.
   * @throws AppError `backup_place_unavailable`, `backup_place_full`; the abort reason
   */
  async add(tombstones: readonly Tombstone[], signal: AbortSignal): Promise<void> {
    for (const { id, pseudonym, ownerHash, salt, requestedAt } of tombstones) {
      if ((await this.place.sizeOf(nameOf(id))) !== null) continue;
      const entry = { format: TOMBSTONE_FORMAT, id, pseudonym, ownerHash, salt, requestedAt };
      await this.place.write(nameOf(id), Readable.from([JSON.stringify(entry)]), signal);
    }
  }

  /**
   * @throws AppError `backup_place_unavailable`; `backup_damaged` when one cannot be read: without it,
   *   somebody would be brought back; the abort reason
   */
  async read(signal: AbortSignal): Promise<readonly Tombstone[]> {
    const found: Tombstone[] = [];
    for await (const { name } of this.place.list(FOLDER)) {
      signal.throwIfAborted();
      found.push(parse(name, await text(await this.place.read(name))));
    }
    return found;
  }
}

function nameOf(id: string): string {
  return `${FOLDER}${id}.json`;
}

function parse(name: string, content: string): Tombstone {
  try {
    const { format: _format, requestedAt, ...rest } = tombstoneSchema.parse(JSON.parse(content));
    return { ...rest, requestedAt: new Date(requestedAt) };
  } catch (cause) {
    throw new AppError('backup_damaged', `The note ${name} of an erasure cannot be read.`, {
      cause,
    });
  }
}
