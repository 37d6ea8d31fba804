import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ID_PREFIXES } from '#contracts/model';
import { AppError, syncFolder, systemCode } from '#platform';
import type { ByteRange } from '../blobs/blob-store.port.ts';

const READ_BYTES = 512 * 1024;

/** What stays free on the disk, for everything else that writes to it. */
const RESERVE_BYTES = 64 * 1024 * 1024;

const ID = new RegExp(`^${ID_PREFIXES.export}_[0-9a-z]+`);

/**
 * The files of exports: `exp_….zip` for each that is finished, and `work/exp_…/` for what one that is
 * being made has written. A file gets its name by renaming, so it is whole as soon as it is there.
 */
export class ExportFolder {
  /** @param folder created when it is first needed */
  constructor(private readonly folder: string) {}

  /** Size of a finished file in bytes; `null` when it is not there. */
  async sizeOf(id: string): Promise<number | null> {
    try {
      return (await fs.stat(this.fileOf(id))).size;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  read(id: string, range?: ByteRange): Readable {
    return createReadStream(this.fileOf(id), { ...range, highWaterMark: READ_BYTES });
  }

  /** The folder for the work on an export; it may not exist. */
  workFolder(id: string): string {
    return path.join(this.folder, 'work', id);
  }

  /**
   * Makes a written file the file of an export, instead of an earlier one. Does nothing when that has
   * been done.
   * @param file within its work folder, synced to the disk
   * @returns whether the file is there
   */
  async publish(id: string, file: string): Promise<boolean> {
    try {
      await fs.rename(file, this.fileOf(id));
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return (await this.sizeOf(id)) !== null;
      throw error;
    }
    await syncFolder(this.folder);
    return true;
  }

  /** Removes the work on an export. */
  async discardWork(id: string): Promise<void> {
    await fs.rm(this.workFolder(id), { recursive: true, force: true });
  }

  /** Removes the file of an export, and the work on it. */
  async remove(id: string): Promise<void> {
    await fs.rm(this.fileOf(id), { force: true });
    await this.discardWork(id);
  }

  /** Ids of all exports of which something is there. */
  async ids(): Promise<readonly string[]> {
    const names = await Promise.all([this.folder, path.join(this.folder, 'work')].map(namesIn));
    const ids = names.flat().map((name) => ID.exec(name)?.[0]);
    return [...new Set(ids.filter((id) => id !== undefined))];
  }

  /**
   * Checks that there is space for what is to be written.
   * @throws AppError `export_space_missing`
   */
  async requireSpace(bytes: number): Promise<void> {
    await fs.mkdir(this.folder, { recursive: true });
    const { bavail, bsize } = await fs.statfs(this.folder);
    const freeBytes = bavail * bsize;
    if (freeBytes - RESERVE_BYTES >= bytes) return;
    const message = `The export needs ${bytes} bytes, and ${freeBytes} are free.`;
    throw new AppError('export_space_missing', message, { details: { bytes, freeBytes } });
  }

  private fileOf(id: string): string {
    return path.join(this.folder, `${id}.zip`);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
