import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '#contracts/model';
import { temporaryFolder } from '../../../../../test/support/temporary-folder.ts';
import { zipOf } from '../changed-zip.fixture.ts';
import { ArchiveFile, type ArchiveLimits } from './archive-file.ts';

const LIMITS: ArchiveLimits = { entries: 3, unpackedBytes: 10_000, unpackedTimes: 2 };

describe('a zip file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder('archives');
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function opened(bytes: Buffer): Promise<ArchiveFile> {
    const file = path.join(folder, `${Math.random()}.zip`);
    await writeFile(file, bytes);
    return ArchiveFile.open(file, LIMITS);
  }
  const zip = (files: Readonly<Record<string, string>>) =>
    zipOf(new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])));
  /** Puts bytes in the place of others of the same length, wherever they are. */
  const patched = (bytes: Buffer, from: string, to: string) =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
  const reasonOf = (work: Promise<unknown>, code: ErrorCode) =>
    expect(work).rejects.toMatchObject({ code });

  it('gives its files in any order', async () => {
    const archive = await opened(await zip({ 'a/one.txt': 'One', 'two.txt': 'Two' }));
    expect([...archive.paths]).toEqual(['a/one.txt', 'two.txt']);
    expect([archive.sizeOf('two.txt'), archive.sizeOf('three.txt')]).toEqual([3, null]);
    expect(await text(await archive.read('two.txt'))).toBe('Two');
    expect(await text(await archive.read('a/one.txt'))).toBe('One');
    archive.close();
  });

  it.each([
    ['../one.txt', 'aa/one.txt'],
    ['/etc/one.txt', 'aetc/one.txt'],
    ['C:/one.txt', 'CC/one.txt'],
    ['a\\one.txt', 'a/one.txt'],
  ])('with a file %s is refused', async (outside, harmless) => {
    const bytes = patched(await zip({ [harmless]: 'One' }), harmless, outside);
    await reasonOf(opened(bytes), 'import_archive_invalid');
  });

  it('with a file twice, which readers may read differently, is refused', async () => {
    const bytes = patched(await zip({ 'a.txt': 'One', 'b.txt': 'Two' }), 'b.txt', 'a.txt');
    await reasonOf(opened(bytes), 'import_archive_invalid');
  });

  it('with too many files is refused', async () => {
    await reasonOf(opened(await zip({ a: '', b: '', c: '', d: '' })), 'import_archive_too_large');
  });

  it('that unpacks to far more is refused before it is unpacked', async () => {
    await reasonOf(opened(await zip({ bomb: 'a'.repeat(10_001) })), 'import_archive_too_large');
  });

  it('that says less than it unpacks to is refused when that is reached', async () => {
    const size = (bytes: number) => {
      const written = Buffer.alloc(4);
      written.writeUInt32LE(bytes);
      return written.toString('latin1');
    };
    const bytes = patched(await zip({ bomb: 'a'.repeat(9_999) }), size(9_999), size(100));
    const archive = await opened(bytes);
    const read = archive.hashOf('bomb', new AbortController().signal, () => undefined);
    await reasonOf(read, 'import_archive_invalid');
    archive.close();
  });

  it('that is damaged is refused', async () => {
    const whole = await zip({ 'a.txt': 'a long text, which is compressed '.repeat(20) });
    await reasonOf(opened(whole.subarray(0, -10)), 'import_archive_invalid');
    await reasonOf(opened(Buffer.from('PK and nothing more')), 'import_archive_invalid');
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(40) ^ 0xff, 40);
    const archive = await opened(changed);
    const read = archive.hashOf('a.txt', new AbortController().signal, () => undefined);
    await reasonOf(read, 'import_archive_invalid');
    archive.close();
  });
});
