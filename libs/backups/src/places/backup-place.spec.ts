import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import type { BackupPlace } from './backup-place.port.ts';
import { FolderPlace } from './folder.place.ts';
import { TestS3Store } from './s3-store.fixture.ts';

const MEBIBYTE = 1024 * 1024;
const LIMITS = { tries: 2, connectMs: 5_000, stallMs: 10_000 };

/** A kind of place, which makes empty ones. */
interface PlaceKind {
  start(): Promise<void>;
  stop(): Promise<void>;
  make(name: string): Promise<BackupPlace>;
  /** Unfinished files and uploads of all places that were made. */
  unfinished(): Promise<number>;
}

class FolderKind implements PlaceKind {
  private root = '';
  async start(): Promise<void> {
    this.root = await temporaryFolder('places');
  }
  async stop(): Promise<void> {
    await rm(this.root, { recursive: true });
  }
  async make(name: string): Promise<BackupPlace> {
    return new FolderPlace(path.join(this.root, name));
  }
  async unfinished(): Promise<number> {
    const files = await readdir(this.root, { recursive: true });
    return files.filter((file) => path.basename(path.dirname(file)) === 'incoming').length;
  }
}

class S3Kind implements PlaceKind {
  private store: TestS3Store | null = null;
  private endpoint = '';
  async start(): Promise<void> {
    this.store = await TestS3Store.start();
    this.endpoint = await this.store.proxy.start();
  }
  async stop(): Promise<void> {
    await this.store!.stop();
  }
  async make(name: string): Promise<BackupPlace> {
    return this.store!.place(this.endpoint, `afterword/${name}`, LIMITS);
  }
  async unfinished(): Promise<number> {
    return this.store!.unfinishedUploads().length;
  }
}

describe.each<[string, PlaceKind]>([
  ['a folder', new FolderKind()],
  ['an S3 store', new S3Kind()],
])('backups in %s', (_name, kind) => {
  const { signal } = new AbortController();
  let place: BackupPlace;
  let made = 0;

  beforeAll(() => kind.start());
  afterAll(() => kind.stop());
  beforeEach(async () => {
    place = await kind.make(`place-${(made += 1)}`);
  });

  const write = (name: string, ...chunks: readonly (string | Buffer)[]) =>
    place.write(name, Readable.from(chunks.map((chunk) => Buffer.from(chunk))), signal);
  const read = async (name: string) => (await buffer(await place.read(name))).toString();

  async function names(prefix = ''): Promise<readonly string[]> {
    const files = await Array.fromAsync(place.list(prefix));
    return files.map(({ name }) => name).sort();
  }

  it('gives back what was written, with its size', async () => {
    expect(await write('backups/b1/manifest.json', 'hello ', 'world')).toBe(11);
    expect(await read('backups/b1/manifest.json')).toBe('hello world');
    expect(await place.sizeOf('backups/b1/manifest.json')).toBe(11);
    expect(await Array.fromAsync(place.list(''))).toEqual([
      { name: 'backups/b1/manifest.json', sizeBytes: 11 },
    ]);
  });

  it('keeps an empty file', async () => {
    expect(await write('empty')).toBe(0);
    expect(await place.sizeOf('empty')).toBe(0);
    expect(await read('empty')).toBe('');
  });

  it('replaces a file as a whole', async () => {
    await write('latest', 'a longer first version');
    await write('latest', 'second');
    expect(await read('latest')).toBe('second');
  });

  // Those of whole parts and one more; how parts are cut has a spec of its own.
  it.each([16 * MEBIBYTE, 16 * MEBIBYTE + 1])(
    'keeps every byte of a file of %d bytes',
    async (sizeBytes) => {
      const content = patterned(sizeBytes);
      const chunks = Readable.from(chunked(content));
      expect(await place.write('large', chunks, signal)).toBe(sizeBytes);
      expect((await buffer(await place.read('large'))).equals(content)).toBe(true);
      expect(await kind.unfinished()).toBe(0);
    },
  );

  it('lists files below a prefix, which need not be a whole folder', async () => {
    for (const name of ['backups/b1/a', 'backups/b1/c', 'backups/b2/a', 'blobs/plain/ab/x']) {
      await write(name, 'x');
    }
    expect(await names('backups/b1/')).toEqual(['backups/b1/a', 'backups/b1/c']);
    expect(await names('backups/b')).toEqual(['backups/b1/a', 'backups/b1/c', 'backups/b2/a']);
    expect(await names('backups/b3/')).toEqual([]);
    expect(await names()).toHaveLength(4);
  });

  it('removes a file, and does not mind when there is none', async () => {
    await write('backups/b1/a', 'x');
    await place.remove('backups/b1/a');
    await place.remove('backups/b1/a');
    expect(await place.sizeOf('backups/b1/a')).toBeNull();
    expect(await names()).toEqual([]);
    await write('backups/b1/a', 'again');
    expect(await read('backups/b1/a')).toBe('again');
  });

  it('says which file is missing', async () => {
    await expect(place.read('backups/none')).rejects.toMatchObject({
      code: 'backup_damaged',
      message: expect.stringContaining('backups/none'),
    });
  });

  it.each([
    '../outside',
    'backups/../../outside',
    '/etc/passwd',
    'a//b',
    '.',
    'backups/.hidden',
    '',
  ])('refuses the name %j', async (name) => {
    await expect(write(name, 'x')).rejects.toMatchObject({ code: 'backup_damaged' });
    await expect(place.read(name)).rejects.toMatchObject({ code: 'backup_damaged' });
    await expect(place.remove(name)).rejects.toMatchObject({ code: 'backup_damaged' });
  });

  it.each([1, 20 * MEBIBYTE])(
    'leaves nothing of a file whose source breaks after %d bytes, and passes its error on',
    async (sizeBytes) => {
      const broken = new Error('pg_dump has stopped');
      async function* breaking(): AsyncGenerator<Buffer> {
        yield* chunked(patterned(sizeBytes));
        throw broken;
      }
      await expect(place.write('half', Readable.from(breaking()), signal)).rejects.toBe(broken);
      expect(await names()).toEqual([]);
      expect(await kind.unfinished()).toBe(0);
    },
  );

  it('leaves nothing of a source that closes early', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(Buffer.from('the first half'));
    const writing = place.write('half', source, signal);
    const outcome = expect(writing).rejects.toThrow('Premature close');
    setImmediate(() => source.destroy());
    await outcome;
    expect(await names()).toEqual([]);
    expect(await kind.unfinished()).toBe(0);
  });

  it.each([1, 20 * MEBIBYTE])(
    'stops at once when it is aborted after %d bytes, while the source waits',
    async (sizeBytes) => {
      const stopping = new AbortController();
      const reason = new Error('cancelled');
      async function* waiting(): AsyncGenerator<Buffer> {
        yield* chunked(patterned(sizeBytes));
        stopping.abort(reason);
        await new Promise(() => undefined);
      }
      const source = Readable.from(waiting());
      await expect(place.write('half', source, stopping.signal)).rejects.toBe(reason);
      expect(source.destroyed).toBe(true);
      expect(await names()).toEqual([]);
      expect(await kind.unfinished()).toBe(0);
    },
  );

  it('writes nothing when it is aborted beforehand', async () => {
    const source = Readable.from([Buffer.from('x')]);
    const reason = new Error('cancelled');
    await expect(place.write('a', source, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(await names()).toEqual([]);
  });

  it('removes no unfinished file of a live writer', async () => {
    const source = new Readable({ read: () => undefined });
    for (const chunk of chunked(patterned(20 * MEBIBYTE))) source.push(chunk);
    const writing = place.write('slow', source, signal);
    await place.removeLeftovers();
    source.push(null);
    expect(await writing).toBe(20 * MEBIBYTE);
    expect(await names()).toEqual(['slow']);
  });

  it('stops reading when the reader has enough', async () => {
    await place.write('large', Readable.from(chunked(patterned(4 * MEBIBYTE))), signal);
    const stream = await place.read('large');
    const chunks: AsyncIterable<Buffer> = stream;
    for await (const chunk of chunks) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(stream.destroyed).toBe(true);
  });
});

/** Bytes that differ from place to place. */
function patterned(sizeBytes: number): Buffer {
  const block = Buffer.alloc(65_521, 0);
  for (let at = 0; at < block.length; at += 1) block[at] = (at * 31) % 251;
  return Buffer.alloc(sizeBytes, block);
}

function* chunked(content: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < content.length; at += 100_000) yield content.subarray(at, at + 100_000);
}
