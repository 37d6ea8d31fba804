import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DiskBlobStore } from './disk.blob-store.ts';

const LIMIT_BYTES = 1000;

describe('blobs on disk', () => {
  let folder: string;
  let blobs: DiskBlobStore;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'afterword-blobs-'));
    blobs = new DiskBlobStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Paths of all files, below the blob folder. */
  async function files(): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  }

  const stage = (...pieces: readonly string[]) =>
    blobs.stage(Readable.from(pieces.map((piece) => Buffer.from(piece))), LIMIT_BYTES);

  async function keep(text: string): Promise<string> {
    const staged = await stage(text);
    await staged.keep();
    return staged.sha256;
  }

  it('keeps bytes under their SHA-256', async () => {
    const sha256 = createHash('sha256').update('hello world').digest('hex');
    const staged = await stage('hello ', 'world');
    expect(staged).toMatchObject({ sha256, sizeBytes: 11 });
    await staged.keep();
    expect(await files()).toEqual([path.join('sha256', sha256.slice(0, 2), sha256)]);
    expect(await blobs.sizeOf(sha256)).toBe(11);
    expect(await readFile(await blobs.localPath(sha256), 'utf8')).toBe('hello world');
  });

  it('keeps the same bytes once, also when they arrive concurrently', async () => {
    const addresses = await Promise.all([keep('same'), keep('same'), keep('same')]);
    expect(new Set(addresses).size).toBe(1);
    expect(await files()).toHaveLength(1);
  });

  it('leaves nothing of discarded bytes', async () => {
    const staged = await stage('never mind');
    expect(await blobs.sizeOf(staged.sha256)).toBeNull();
    await staged.discard();
    expect(await files()).toEqual([]);
  });

  it('accepts a file of exactly the limit', async () => {
    const staged = await stage('x'.repeat(LIMIT_BYTES));
    expect(staged.sizeBytes).toBe(LIMIT_BYTES);
    await staged.discard();
  });

  it('refuses a file over the limit and leaves nothing of it', async () => {
    await expect(stage('x'.repeat(LIMIT_BYTES), 'y')).rejects.toMatchObject({
      code: 'clip_too_large',
      details: { limitBytes: LIMIT_BYTES },
    });
    expect(await files()).toEqual([]);
  });

  it('stops reading at the limit', async () => {
    let pieces = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield Buffer.alloc(100 + (pieces++, 0));
    }
    await expect(blobs.stage(Readable.from(endless()), LIMIT_BYTES)).rejects.toMatchObject({
      code: 'clip_too_large',
    });
    expect(pieces).toBeLessThan(100);
  });

  it.each([
    ['breaks', (stream: Readable) => stream.destroy(new Error('socket hang up'))],
    ['closes early', (stream: Readable) => stream.destroy()],
  ])('leaves nothing of an upload whose stream %s', async (_how, breakOff) => {
    const upload = new Readable({ read: () => undefined });
    upload.push(Buffer.from('the first half'));
    const staging = blobs.stage(upload, LIMIT_BYTES);
    const outcome = expect(staging).rejects.toMatchObject({ code: 'upload_interrupted' });
    setImmediate(() => breakOff(upload));
    await outcome;
    expect(await files()).toEqual([]);
  });

  it('reads any range, both ends included', async () => {
    const sha256 = await keep('0123456789');
    const read = async (range?: { start: number; end: number }) =>
      (await buffer(blobs.read(sha256, range))).toString();
    expect(await read()).toBe('0123456789');
    expect(await read({ start: 3, end: 5 })).toBe('345');
    expect(await read({ start: 9, end: 9 })).toBe('9');
  });

  it('reports missing bytes', async () => {
    const unknown = 'f'.repeat(64);
    expect(await blobs.sizeOf(unknown)).toBeNull();
    await expect(blobs.localPath(unknown)).rejects.toMatchObject({ code: 'clip_bytes_missing' });
  });

  it('removes bytes, which can be kept again', async () => {
    const other = await keep('other');
    const sha256 = await keep('gone');
    await blobs.remove(sha256);
    await blobs.remove(sha256);
    expect(await blobs.sizeOf(sha256)).toBeNull();
    expect(await blobs.sizeOf(other)).toBe(5);
    expect(await keep('gone')).toBe(sha256);
    expect(await blobs.sizeOf(sha256)).toBe(4);
  });

  it('removes uploads of a dead process, but none that may still be in progress', async () => {
    const kept = await keep('kept');
    await stage('going on');
    const old = path.join(folder, 'incoming', 'left-by-a-dead-process');
    await writeFile(old, 'half of a file');
    const dayBeforeYesterday = Date.now() / 1000 - 2 * 24 * 60 * 60;
    await utimes(old, dayBeforeYesterday, dayBeforeYesterday);
    await blobs.removeLeftovers();
    expect(await files()).toHaveLength(2);
    expect(await files()).not.toContain(path.join('incoming', 'left-by-a-dead-process'));
    expect(await blobs.sizeOf(kept)).toBe(4);
  });

  it('finds no leftovers before the first upload', async () => {
    await expect(blobs.removeLeftovers()).resolves.toBeUndefined();
  });
});
