import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { FolderPlace } from './folder.place.ts';

const run = promisify(execFile);
const MEBIBYTE = 1024 * 1024;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('backups in a folder', () => {
  const { signal } = new AbortController();
  let root: string;

  beforeEach(async () => {
    root = await temporaryFolder('place');
  });
  afterEach(() => rm(root, { recursive: true }));

  const write = (place: FolderPlace, name: string, sizeBytes = 3) =>
    place.write(name, Readable.from(chunksOf(sizeBytes)), signal);

  it('can only be read by their owner, whatever the umask', async () => {
    const folder = path.join(root, 'deep', 'backups');
    await write(new FolderPlace(folder), 'backups/b1/manifest.json');
    const modeOf = async (name: string) => (await stat(path.join(folder, name))).mode & 0o777;
    expect(await modeOf('.')).toBe(0o700);
    expect(await modeOf('backups/b1')).toBe(0o700);
    expect(await modeOf('backups/b1/manifest.json')).toBe(0o600);
  });

  it('keeps the earlier file when its replacement fails', async () => {
    const place = new FolderPlace(root);
    await place.write('latest', Readable.from([Buffer.from('good')]), signal);
    const broken = new Readable({ read: () => broken.destroy(new Error('broken')) });
    await expect(place.write('latest', broken, signal)).rejects.toThrow('broken');
    expect(await readFile(path.join(root, 'latest'), 'utf8')).toBe('good');
  });

  it('removes files of writers that died, but none of live ones', async () => {
    const incoming = path.join(root, 'incoming');
    await mkdir(incoming);
    const leave = async (name: string, hoursAgo: number) => {
      const touchedAt = new Date(Date.now() - hoursAgo * HOUR_MS);
      await writeFile(path.join(incoming, name), 'half');
      await utimes(path.join(incoming, name), touchedAt, touchedAt);
    };
    await leave('of-a-dead-writer', 2);
    await leave('of-a-live-writer', 0.1);
    const place = new FolderPlace(root);
    await place.removeLeftovers();
    expect(await readdir(incoming)).toEqual(['of-a-live-writer']);
    expect(await Array.fromAsync(place.list(''))).toEqual([]);
  });

  it('touches its file while it waits for bytes, so that the file is seen to have a live writer', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
    const source = new Readable({ read: () => undefined });
    const writing = new FolderPlace(root).write('slow', source, signal);
    const incoming = path.join(root, 'incoming');
    const [name = ''] = await eventually(async () => {
      const names = await readdir(incoming);
      expect(names).toHaveLength(1);
      return names;
    });
    const file = path.join(incoming, name);
    await utimes(file, 0, 0);
    await eventually(async () => {
      jest.advanceTimersByTime(MINUTE_MS);
      expect((await stat(file)).mtimeMs).toBeGreaterThan(0);
    });
    jest.useRealTimers();
    source.push(null);
    expect(await writing).toBe(0);
  });

  it('removes folders that have become empty, but never its own', async () => {
    const place = new FolderPlace(root);
    await write(place, 'backups/b1/a');
    await write(place, 'backups/b2/a');
    await place.remove('backups/b1/a');
    expect(await readdir(path.join(root, 'backups'))).toEqual(['b2']);
    await place.remove('backups/b2/a');
    expect(await readdir(root)).toEqual(['incoming']);
  });

  it('loses no file when the last one of its folder is removed meanwhile', async () => {
    const place = new FolderPlace(root);
    for (let round = 0; round < 50; round += 1) {
      await write(place, 'backups/b1/a');
      await Promise.all([place.remove('backups/b1/a'), write(place, 'backups/b1/b')]);
      expect(await place.sizeOf('backups/b1/b')).toBe(3);
      await place.remove('backups/b1/b');
    }
  });

  it('knows how much space is left', async () => {
    const place = new FolderPlace(path.join(root, 'not', 'made', 'yet'));
    expect(await place.freeBytes()).toBeGreaterThan(MEBIBYTE);
  });

  it('names a file that is in place of its folder', async () => {
    const file = path.join(root, 'backups');
    await writeFile(file, '');
    const place = new FolderPlace(file);
    const outcome = {
      code: 'backup_place_unavailable',
      message: expect.stringMatching(/backups, .*backups, cannot be used: it is not a folder/),
    };
    await expect(write(place, 'a')).rejects.toMatchObject(outcome);
    await expect(place.read('a')).rejects.toMatchObject(outcome);
    await expect(place.sizeOf('a')).rejects.toMatchObject(outcome);
    await expect(place.freeBytes()).rejects.toMatchObject(outcome);
    await expect(Array.fromAsync(place.list(''))).rejects.toMatchObject(outcome);
  });

  const asUser = process.getuid?.() === 0 ? it.skip : it;
  asUser('names a folder that it may not write', async () => {
    await chmod(root, 0o500);
    await expect(write(new FolderPlace(root), 'a')).rejects.toMatchObject({
      code: 'backup_place_unavailable',
      message: expect.stringContaining('permission is denied'),
    });
    await chmod(root, 0o700);
  });
});

/** Without the right to mount, these are shown as skipped. */
const describeMounts = (await canMount()) ? describe : describe.skip;

describeMounts('backups on a disk of their own', () => {
  const { signal } = new AbortController();
  let root: string;
  let place: FolderPlace;

  beforeEach(async () => {
    root = await temporaryFolder('disk');
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', root]);
    place = new FolderPlace(root);
  });
  afterEach(async () => {
    await run('umount', [root]);
    await rm(root, { recursive: true });
  });

  const write = (name: string, sizeBytes: number) =>
    place.write(name, Readable.from(chunksOf(sizeBytes)), signal);

  it('say that it is full, leave nothing half, and go on when there is space', async () => {
    await write('small', MEBIBYTE);
    await expect(write('large', 8 * MEBIBYTE)).rejects.toMatchObject({
      code: 'backup_place_full',
      message: expect.stringContaining(root),
    });
    expect(await Array.fromAsync(place.list(''))).toEqual([{ name: 'small', sizeBytes: MEBIBYTE }]);
    expect(await readdir(path.join(root, 'incoming'))).toEqual([]);
    expect(await write('next', 2 * MEBIBYTE)).toBe(2 * MEBIBYTE);
  });

  it('say that it is read-only, and can still be read', async () => {
    await write('small', 3);
    await run('mount', ['-o', 'remount,ro', root]);
    const outcome = {
      code: 'backup_place_unavailable',
      message: expect.stringContaining('it is read-only (EROFS)'),
    };
    await expect(write('other', 3)).rejects.toMatchObject(outcome);
    await expect(place.remove('small')).rejects.toMatchObject(outcome);
    expect(await place.sizeOf('small')).toBe(3);
  });
});

async function canMount(): Promise<boolean> {
  const folder = await temporaryFolder('mount');
  try {
    await run('mount', ['-t', 'tmpfs', 'tmpfs', folder]);
    await run('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function* chunksOf(sizeBytes: number): Generator<Buffer, void> {
  for (let left = sizeBytes; left > 0; left -= 65_536)
    yield Buffer.alloc(Math.min(left, 65_536), 7);
}
