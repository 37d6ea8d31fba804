import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { AppError, systemCode } from '#platform';
import type { BackupPlace, PlacedFile } from './backup-place.port.ts';
import { makeFolder, moveFile, openToRead, removeEmptyFolders, walkFiles } from './folder-files.ts';
import { abortable } from '../streams/joined.ts';
import { fileMissing, placeFull, placeUnavailable } from './place-errors.ts';
import { checkedName, checkedPrefix } from './place-names.ts';
import { PlacedReadable } from './placed-readable.ts';
import { receiveFile } from './receive-file.ts';

/** Folder of unfinished files, within the place: a rename must not cross file systems. */
const INCOMING = 'incoming';

/**
 * Unfinished files that nobody has touched for so long are left by a writer that died: a live one
 * touches its file each minute, also while it waits for bytes. Unlike a process id, this is true for
 * writers in other containers and on other machines that share the folder. A writer that was frozen
 * for longer fails when it renames its file; nothing half is ever seen.
 */
const LEFTOVER_AGE_MS = 60 * 60_000;

/** Backups as files in a folder that only the user of the service can read. */
export class FolderPlace implements BackupPlace {
  readonly label: string;
  private readonly incoming: string;

  /** @param folder absolute path; created when it is first needed */
  constructor(private readonly folder: string) {
    this.label = folder;
    this.incoming = path.join(folder, INCOMING);
  }

  async write(name: string, bytes: Readable, signal: AbortSignal): Promise<number> {
    const source = abortable(bytes, signal);
    const temporary = path.join(this.incoming, randomUUID());
    try {
      const target = this.pathOf(name);
      await this.named(() => makeFolder(this.incoming));
      const sizeBytes = await receiveFile(temporary, source, (error) => this.error(error));
      signal.throwIfAborted();
      await this.named(() => place(temporary, target));
      return sizeBytes;
    } catch (error) {
      source.destroy();
      await fs.rm(temporary, { force: true }).catch(() => undefined);
      signal.throwIfAborted();
      throw error;
    }
  }

  async read(name: string): Promise<Readable> {
    const file = this.pathOf(name);
    try {
      const { handle, sizeBytes } = await openToRead(file);
      const toError = (error: unknown) => this.error(error);
      return new PlacedReadable(handle.createReadStream(), { sizeBytes, stallMs: null, toError });
    } catch (error) {
      throw isAbsent(error) ? fileMissing(this.label, name) : this.error(error);
    }
  }

  async sizeOf(name: string): Promise<number | null> {
    const file = this.pathOf(name);
    try {
      return (await fs.stat(file)).size;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw this.error(error);
    }
  }

  async *list(prefix: string): AsyncIterable<PlacedFile> {
    const start = checkedPrefix(prefix).slice(0, prefix.lastIndexOf('/') + 1);
    try {
      for await (const file of walkFiles(this.folder, start)) {
        const isOurs = file.name.startsWith(prefix) && !file.name.startsWith(`${INCOMING}/`);
        if (isOurs) yield file;
      }
    } catch (error) {
      throw this.error(error);
    }
  }

  async remove(name: string): Promise<void> {
    const file = this.pathOf(name);
    await this.named(async () => {
      await fs.rm(file, { force: true });
      await removeEmptyFolders(path.dirname(file), this.folder);
    });
  }

  async removeLeftovers(): Promise<void> {
    await this.named(async () => {
      for await (const { name } of walkFiles(this.folder, `${INCOMING}/`)) {
        const file = path.join(this.folder, name);
        const stat = await fs.stat(file).catch(() => null);
        if (stat && Date.now() - stat.mtimeMs > LEFTOVER_AGE_MS) await fs.rm(file, { force: true });
      }
    });
  }

  async freeBytes(): Promise<number> {
    return this.named(() => freeBytesAt(this.folder));
  }

  private pathOf(name: string): string {
    return path.join(this.folder, ...checkedName(name).split('/'));
  }

  private async named<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw this.error(error);
    }
  }

  private error(error: unknown): AppError {
    if (error instanceof AppError) return error;
    const code = systemCode(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return placeFull(this.label);
    return placeUnavailable(this.label, reasonOf(code, error));
  }
}

/** Tries of {@link place}: `remove` may take the folder away with its last file at any moment. */
const PLACE_TRIES = 10;

/** Moves a finished file to its name, durably. */
async function place(temporary: string, target: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await moveFile(temporary, target);
      return;
    } catch (error) {
      if (!isAbsent(error) || tries === PLACE_TRIES) throw error;
    }
  }
}

function isAbsent(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is read-only',
  ENOENT: 'it is not there any more',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'it is not a folder',
  EIO: 'the disk reports an error',
  ESTALE: 'the network folder has gone',
  EHOSTDOWN: 'the machine with the network folder is down',
};

function reasonOf(code: string | null, error: unknown): string {
  if (code !== null) return REASONS[code] ? `${REASONS[code]} (${code})` : code;
  return error instanceof Error ? error.message : 'it failed for an unknown reason';
}

/** A folder that does not exist yet has the space of the nearest one above it. */
async function freeBytesAt(folder: string): Promise<number> {
  try {
    // With a separator at its end, a file is refused.
    const { bavail, bsize } = await fs.statfs(path.join(folder, path.sep));
    return bavail * bsize;
  } catch (error) {
    const above = path.dirname(folder);
    if (systemCode(error) !== 'ENOENT' || above === folder) throw error;
    return freeBytesAt(above);
  }
}
