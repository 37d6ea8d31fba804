import { randomBytes } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateX25519Identity } from 'age-encryption';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import type { StoredFile } from '../manifest/manifest.ts';
import { FolderPlace } from '../places/folder.place.ts';
import { AgeSealer } from './age.sealer.ts';
import { BackupFiles } from './backup-files.ts';
import { PlainSealer } from './plain.sealer.ts';
import type { Sealer } from './sealer.port.ts';

const MEBIBYTE = 1024 * 1024;
const CHUNK = 64 * 1024;

describe.each<[string, () => Promise<Sealer>]>([
  ['plain', async () => new PlainSealer()],
  ['encrypted', async () => AgeSealer.create(await generateX25519Identity())],
])('%s files of backups', (kind, makeSealer) => {
  const { signal } = new AbortController();
  let folder: string;
  let place: FolderPlace;
  let sealer: Sealer;
  let files: BackupFiles;

  beforeAll(async () => {
    sealer = await makeSealer();
  });
  beforeEach(async () => {
    folder = await temporaryFolder('files');
    place = new FolderPlace(folder);
    files = new BackupFiles(place, sealer);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const store = (content: Buffer, compress = true) =>
    files.store('backups/b1/dump', Readable.from(content.length > 0 ? [content] : []), {
      ...{ signal, compress },
    });
  const read = async (file: StoredFile, from = files) => buffer(await from.open(file, signal));
  const pathOf = (file: StoredFile) => path.join(folder, file.name);

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, MEBIBYTE + 17])(
    'of %d bytes come back as they were, compressed or not',
    async (sizeBytes) => {
      const content = randomBytes(sizeBytes);
      for (const compress of [true, false]) {
        const file = await store(content, compress);
        expect((await read(file)).equals(content)).toBe(true);
        expect(file.bytes).toBe(sizeBytes);
        expect(await place.sizeOf(file.name)).toBe(file.storedBytes);
        await files.verifyStored(file, signal);
        if (!compress) expect(file.storedBytes).toBe(sealer.sealedBytes(sizeBytes));
      }
    },
  );

  it('say by their names how they are stored', async () => {
    const age = kind === 'encrypted' ? '.age' : '';
    expect((await store(Buffer.from('x'))).name).toBe(`backups/b1/dump.zst${age}`);
    expect((await store(Buffer.from('x'), false)).name).toBe(`backups/b1/dump${age}`);
  });

  it('are smaller when they are compressed', async () => {
    const file = await store(Buffer.alloc(MEBIBYTE, 'to be or not to be '));
    expect(file.storedBytes).toBeLessThan(CHUNK);
  });

  it.each([true, false])(
    'are refused when any bit was flipped (compressed: %p)',
    async (compress) => {
      const file = await store(randomBytes(2 * CHUNK + 100), compress);
      const intact = await readFile(pathOf(file));
      const random = seededRandom(12);
      const inHeader = Array.from({ length: 40 }, (_, index) => index * 6);
      const anywhere = Array.from({ length: 40 }, () => Math.floor(random() * intact.length));
      for (const at of [...inHeader, ...anywhere, intact.length - 1]) {
        const changed = Buffer.from(intact);
        changed[at]! ^= 1 << Math.floor(random() * 8);
        await writeFile(pathOf(file), changed);
        await expect(read(file)).rejects.toMatchObject({ code: 'backup_damaged' });
        await expect(files.verifyStored(file, signal)).rejects.toMatchObject({
          code: 'backup_damaged',
        });
      }
    },
  );

  it.each([true, false])(
    'are refused when they were cut off (compressed: %p)',
    async (compress) => {
      const content = randomBytes(3 * CHUNK);
      const file = await store(content, compress);
      for (const kept of [file.storedBytes - 1, 2 * CHUNK + 232, CHUNK, 210, 100, 1, 0]) {
        await truncate(pathOf(file), kept);
        await expect(read(file)).rejects.toMatchObject({ code: 'backup_damaged' });
      }
    },
  );

  it('are refused when something was added', async () => {
    const file = await store(randomBytes(1000));
    await writeFile(pathOf(file), Buffer.concat([await readFile(pathOf(file)), Buffer.alloc(1)]));
    await expect(read(file)).rejects.toMatchObject({ code: 'backup_damaged' });
  });

  it('are refused when the manifest says something else', async () => {
    const file = await store(Buffer.from('content'));
    const other = await store(Buffer.from('another'), false);
    const lies: readonly Partial<StoredFile>[] = [
      { bytes: 6 },
      { bytes: 8 },
      { storedBytes: file.storedBytes + 1 },
      { sha256: other.sha256 },
      { storedSha256: other.storedSha256 },
    ];
    for (const lie of lies) {
      await expect(read({ ...file, ...lie })).rejects.toMatchObject({ code: 'backup_damaged' });
    }
  });

  it('that decompress to more than stated are stopped there', async () => {
    const file = await store(Buffer.alloc(256 * MEBIBYTE));
    let received = 0;
    const stream = await files.open({ ...file, bytes: MEBIBYTE }, signal);
    stream.on('data', (chunk: Buffer) => (received += chunk.length));
    await expect(new Promise((_end, fail) => stream.on('error', fail))).rejects.toMatchObject({
      code: 'backup_damaged',
    });
    expect(received).toBeLessThanOrEqual(MEBIBYTE);
  });

  it('say when they are missing', async () => {
    const file = await store(Buffer.from('x'));
    await place.remove(file.name);
    await expect(read(file)).rejects.toMatchObject({ code: 'backup_damaged' });
    await expect(files.verifyStored(file, signal)).rejects.toMatchObject({
      code: 'backup_damaged',
    });
  });

  it('are not stored when their source breaks, and its error is passed on', async () => {
    const broken = new Error('pg_dump has stopped');
    async function* breaking(): AsyncGenerator<Buffer> {
      yield randomBytes(MEBIBYTE);
      throw broken;
    }
    const storing = files.store('backups/b1/dump', Readable.from(breaking()), { signal });
    await expect(storing).rejects.toBe(broken);
    expect(await Array.fromAsync(place.list(''))).toEqual([]);
  });

  it('are not stored, and no longer read, when it is aborted', async () => {
    const reason = new Error('cancelled');
    const stopping = new AbortController();
    async function* endless(): AsyncGenerator<Buffer> {
      for (let round = 0; ; round += 1) {
        if (round === 50) stopping.abort(reason);
        yield randomBytes(CHUNK);
      }
    }
    const source = Readable.from(endless());
    const storing = files.store('backups/b1/dump', source, { signal: stopping.signal });
    await expect(storing).rejects.toBe(reason);
    expect(source.destroyed).toBe(true);
    expect(await Array.fromAsync(place.list(''))).toEqual([]);

    const file = await store(randomBytes(4 * MEBIBYTE));
    const reading = new AbortController();
    const stream = await files.open(file, reading.signal);
    stream.once('data', () => reading.abort(reason));
    await expect(new Promise((_end, fail) => stream.on('error', fail))).rejects.toBe(reason);
  });

  it('report the content as it is read', async () => {
    let bytes = 0;
    const content = Readable.from([Buffer.alloc(10), Buffer.alloc(20)]);
    await files.store('a', content, { signal, onBytes: (count) => (bytes += count) });
    expect(bytes).toBe(30);
  });

  it('of 64 MiB are stored and read without being held in memory', async () => {
    let inHand = 0;
    let most = 0;
    const taken = (chunk: Uint8Array) => (inHand -= chunk.length);
    async function* given(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
      for await (const chunk of chunks) {
        most = Math.max(most, (inHand += chunk.length));
        yield chunk;
      }
    }
    const block = randomBytes(CHUNK);
    const large = Readable.from(given(Array.from({ length: 1024 }, () => block)));
    const write = place.write.bind(place);
    place.write = (name, bytes, stop) => write(name, Readable.from(toldOf(bytes, taken)), stop);
    const file = await files.store('a', large, { signal, compress: false });
    expect(file.bytes).toBe(64 * MEBIBYTE);

    const open = place.read.bind(place);
    place.read = async (name) => Readable.from(given(await open(name)));
    inHand = 0;
    const opened: AsyncIterable<Buffer> = await files.open(file, signal);
    for await (const chunk of opened) taken(chunk);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(4 * MEBIBYTE);
  });
});

describe('files of backups under another key', () => {
  const { signal } = new AbortController();
  let folder: string;

  beforeAll(async () => {
    folder = await temporaryFolder('files');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are refused, and it is said that it is the key', async () => {
    const place = new FolderPlace(folder);
    const one = new BackupFiles(place, await AgeSealer.create(await generateX25519Identity()));
    const other = new BackupFiles(place, await AgeSealer.create(await generateX25519Identity()));
    const file = await one.store('a', Readable.from([Buffer.from('secret')]), { signal });
    await expect(buffer(await other.open(file, signal))).rejects.toMatchObject({
      code: 'backup_key_wrong',
    });
    // Their stored bytes can be checked without the key.
    await expect(other.verifyStored(file, signal)).resolves.toBeUndefined();
  });
});

/** Passes chunks on, and tells of each. */
async function* toldOf(chunks: AsyncIterable<Uint8Array>, tell: (chunk: Uint8Array) => void) {
  for await (const chunk of chunks) {
    tell(chunk);
    yield chunk;
  }
}
