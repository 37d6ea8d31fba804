import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateX25519Identity } from 'age-encryption';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { AgeSealer } from '../files/age.sealer.ts';
import { PlainSealer } from '../files/plain.sealer.ts';
import type { Sealer } from '../files/sealer.port.ts';
import { FolderPlace } from '../places/folder.place.ts';
import { removeOtherPools } from './blob-names.ts';
import { BlobPool, type BackupBlob } from './blob-pool.ts';

describe.each<[string, () => Promise<Sealer>]>([
  ['plain', async () => new PlainSealer()],
  ['encrypted', async () => AgeSealer.create(await generateX25519Identity())],
])('the pool of %s recordings', (_kind, makeSealer) => {
  const { signal } = new AbortController();
  let folder: string;
  let place: FolderPlace;
  let sealer: Sealer;
  let pool: BlobPool;

  beforeEach(async () => {
    folder = await temporaryFolder('pool');
    place = new FolderPlace(folder);
    sealer = await makeSealer();
    pool = new BlobPool(place, sealer);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (content: Buffer): Promise<BackupBlob> => {
    const blob = blobOf(content);
    await pool.put(blob, Readable.from(content.length > 0 ? [content] : []), signal);
    return blob;
  };
  const fileOf = ({ sha256 }: BackupBlob) =>
    `blobs/${sealer.keyId ?? 'plain'}/${sha256.slice(0, 2)}/${sha256}${sealer.suffix}`;
  const pathOf = (blob: BackupBlob) => path.join(folder, fileOf(blob));
  const files = async () => (await Array.fromAsync(place.list(''))).map(({ name }) => name);

  it.each([0, 1, 65_536, 300_000])('keeps a recording of %d bytes under its hash', async (size) => {
    const content = randomBytes(size);
    expect(await pool.has(blobOf(content))).toBe(false);
    const blob = await put(content);
    expect(await files()).toEqual([fileOf(blob)]);
    expect(await pool.has(blob)).toBe(true);
    expect((await buffer(await pool.read(blob, signal))).equals(content)).toBe(true);
    expect(await pool.verify(blob, signal)).toBe('ok');
  });

  it('lists all that it has, to find out at once what is missing', async () => {
    const one = await put(randomBytes(10));
    const two = await put(randomBytes(70_000));
    await place.write('blobs/other-key/ab/x', Readable.from([Buffer.from('x')]), signal);
    const stored = await pool.stored();
    expect([...stored.keys()].sort()).toEqual([one.sha256, two.sha256].sort());
    expect(pool.isAmong(stored, two)).toBe(true);
    expect(pool.isAmong(stored, { ...two, sizeBytes: 70_001 })).toBe(false);
    expect(pool.isAmong(stored, blobOf(randomBytes(10)))).toBe(false);
  });

  it.each<[string, (content: Buffer) => Buffer]>([
    ['was changed', (content) => Buffer.from(content.map((byte) => byte ^ 1))],
    ['is too short', (content) => content.subarray(1)],
    ['is too long', (content) => Buffer.concat([content, content])],
    ['is empty', () => Buffer.alloc(0)],
  ])('stores nothing of a recording that %s', async (_how, change) => {
    const content = randomBytes(100_000);
    const putting = pool.put(blobOf(content), Readable.from([change(content)]), signal);
    await expect(putting).rejects.toMatchObject({ code: 'backup_blob_missing' });
    expect(await files()).toEqual([]);
  });

  it('stores nothing of a recording whose bytes are not there', async () => {
    const away = createReadStream(path.join(folder, 'none'));
    const blob = blobOf(Buffer.from('gone'));
    await expect(pool.put(blob, away, signal)).rejects.toMatchObject({
      code: 'backup_blob_missing',
      details: { sha256: blob.sha256 },
    });
    expect(await files()).toEqual([]);
  });

  it('stores nothing when it is aborted', async () => {
    const reason = new Error('cancelled');
    const putting = pool.put(
      blobOf(Buffer.from('x')),
      Readable.from([]),
      AbortSignal.abort(reason),
    );
    await expect(putting).rejects.toBe(reason);
    expect(await files()).toEqual([]);
  });

  it('finds out that a recording is damaged, wherever a bit was flipped', async () => {
    const blob = await put(randomBytes(70_000));
    const intact = await readFile(pathOf(blob));
    for (let at = 0; at < intact.length; at += at < 300 ? 10 : 7_000) {
      const changed = Buffer.from(intact);
      changed[at]! ^= 4;
      await writeFile(pathOf(blob), changed);
      expect(await pool.verify(blob, signal)).toBe('damaged');
    }
    await writeFile(pathOf(blob), intact.subarray(0, -1));
    expect(await pool.verify(blob, signal)).toBe('damaged');
    expect(await pool.has(blob)).toBe(false);
    await expect(pool.read(blob, signal).then(buffer)).rejects.toMatchObject({
      code: 'backup_damaged',
    });
  });

  it('mends a damaged recording when it is stored again', async () => {
    const content = randomBytes(1000);
    const blob = await put(content);
    await writeFile(pathOf(blob), 'damaged');
    await put(content);
    expect(await pool.verify(blob, signal)).toBe('ok');
  });

  it('finds out that a recording is missing', async () => {
    const blob = await put(randomBytes(10));
    await place.remove(fileOf(blob));
    expect(await pool.verify(blob, signal)).toBe('missing');
    await expect(pool.read(blob, signal)).rejects.toMatchObject({ code: 'backup_damaged' });
  });

  it('removes recordings that no backup needs, and only those', async () => {
    const kept = await put(randomBytes(10));
    await put(randomBytes(20));
    await place.write('backups/b1/manifest.json', Readable.from([Buffer.from('{}')]), signal);
    await place.write('blobs/other-key/ab/x', Readable.from([Buffer.from('x')]), signal);
    expect(await pool.removeUnreferenced((sha256) => sha256 === kept.sha256, signal)).toBe(1);
    expect((await files()).sort()).toEqual(
      ['backups/b1/manifest.json', 'blobs/other-key/ab/x', fileOf(kept)].sort(),
    );
  });

  it('removes the recordings of keys that no backup has any more', async () => {
    const kept = await put(randomBytes(10));
    await place.write('blobs/0123456789abcdef/ab/x', Readable.from([Buffer.from('x')]), signal);
    await removeOtherPools(place, new Set([sealer.keyId]), signal);
    expect(await files()).toEqual([fileOf(kept)]);
  });
});

function blobOf(content: Buffer): BackupBlob {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { sha256, sizeBytes: content.length };
}
