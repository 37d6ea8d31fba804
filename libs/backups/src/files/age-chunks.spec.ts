import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ChunkOpener, ChunkSealer } from './age-chunks.ts';

describe('the chunks of an age file', () => {
  const key = randomBytes(32);
  const nothing = new Uint8Array();

  it('may be empty only in an empty file', () => {
    const sealer = new ChunkSealer(key);
    const full = sealer.seal(randomBytes(sealer.chunkBytes), false);
    const empty = sealer.seal(nothing, true);
    const opener = new ChunkOpener(key);
    opener.open(full, false);
    expect(() => opener.open(empty, true)).toThrow('the last chunk is empty');
    const ofEmptyFile = new ChunkSealer(key).seal(nothing, true);
    expect(new ChunkOpener(key).open(ofEmptyFile, true)).toHaveLength(0);
  });

  it('are numbered beyond what a byte counts', () => {
    const sealer = new ChunkSealer(key);
    const sealed = Array.from({ length: 300 }, (_, index) => sealer.seal(Buffer.of(index), false));
    const opener = new ChunkOpener(key);
    expect(sealed.map((chunk) => opener.open(chunk, false)[0])).toEqual(
      sealed.map((_, index) => index % 256),
    );
  });
});
