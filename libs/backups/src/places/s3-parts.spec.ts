import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { partBytes, partsOf } from './s3-parts.ts';

const MAX_PARTS = 10_000;
const GIBIBYTE = 1024 ** 3;

describe('parts of an upload', () => {
  const cut = (...chunks: readonly string[]) =>
    Array.fromAsync(
      partsOf(
        Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
        () => undefined,
        () => 4,
      ),
    );

  it('hold a terabyte, those of files up to 15 GiB all of the same size', () => {
    const sizes = Array.from({ length: MAX_PARTS }, (_, index) => partBytes(index + 1));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(1e12);
    expect(new Set(sizes.slice(0, (15 * GIBIBYTE) / partBytes(1))).size).toBe(1);
  });

  it.each([
    ['no bytes', [], ['']],
    ['fewer than a part', ['ab'], ['ab']],
    ['exactly a part', ['ab', 'cd'], ['abcd']],
    ['one more than a part', ['abc', 'de'], ['abcd', 'e']],
    ['exactly two parts', ['abcdefgh'], ['abcd', 'efgh']],
    ['a chunk of many parts', ['a', 'bcdefghijklm'], ['abcd', 'efgh', 'ijkl', 'm']],
  ])('of %s are cut right', async (_what, chunks, expected) => {
    const parts = await cut(...chunks);
    expect(parts.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(expected);
    expect(parts.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
    expect(parts.map(({ isLast }) => isLast)).toEqual(
      expected.map((_, i) => i === expected.length - 1),
    );
    const hashes = expected.map((text) => createHash('sha256').update(text).digest('hex'));
    expect(parts.map(({ sha256 }) => sha256)).toEqual(hashes);
  });
});
