import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCode } from '#platform';
import { DiskBlobStore } from '../blobs/disk.blob-store.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Uploaded files that wait to be imported. They are stored as blobs are, but in a folder of their own:
 * they are no part of backups, and go once what is in them was imported.
 */
export class ImportFolder extends DiskBlobStore {
  private readonly files: string;

  /** @param folder created when it is first needed */
  constructor(folder: string) {
    super(folder);
    this.files = path.join(folder, 'sha256');
  }

  /**
   * Writes a file for as long as it is worked on.
   * @throws what the stream or the work throws
   */
  async withFile<Result>(
    stream: Readable,
    work: (file: string) => Promise<Result>,
  ): Promise<Result> {
    await fs.mkdir(this.incoming, { recursive: true });
    const file = path.join(this.incoming, randomUUID());
    try {
      await pipeline(stream, createWriteStream(file, { flags: 'wx' }));
      return await work(file);
    } finally {
      await fs.rm(file, { force: true });
    }
  }

  /**
   * Addresses of the files that were complete some time ago.
   * @param before their latest time
   */
  async keptBefore(before: Date): Promise<readonly string[]> {
    const names = await fs.readdir(this.files, { recursive: true }).catch(noneIfMissing);
    const old: string[] = [];
    for (const name of names.filter((each) => SHA256.test(path.basename(each)))) {
      const stat = await fs.stat(path.join(this.files, name)).catch(() => null);
      if (stat !== null && stat.mtimeMs < before.getTime()) old.push(path.basename(name));
    }
    return old;
  }
}

function noneIfMissing(error: unknown): readonly string[] {
  if (systemCode(error) === 'ENOENT') return [];
  throw error;
}
