import { describe, expect, it } from '@jest/globals';
import { joinSeam, stitchChunks, type HeardChunk } from './stitch.rule.ts';
import { segmentOf, textOf } from './heard.fixture.ts';

async function* each(chunks: readonly HeardChunk[]): AsyncGenerator<HeardChunk> {
  yield* chunks;
}

async function stitchedText(...chunks: readonly HeardChunk[]): Promise<string> {
  return textOf(await Array.fromAsync(stitchChunks(each(chunks))));
}

describe('stitching chunks', () => {
  it('joins chunks that were cut at a silence unchanged, with repeated words', async () => {
    const first = { startMs: 0, endMs: 3000, overlapsPrevious: false };
    const second = { startMs: 3000, endMs: 6000, overlapsPrevious: false };
    const text = await stitchedText(
      { ...first, segments: [segmentOf('yes we do', 0)] },
      { ...second, segments: [segmentOf('do we really', 3000)] },
    );
    expect(text).toBe('yes we do do we really');
  });

  it('neither loses nor duplicates a word where two chunks overlap', async () => {
    const text = await stitchedText(
      {
        startMs: 0,
        endMs: 5000,
        overlapsPrevious: false,
        segments: [segmentOf('the meeting starts at nine', 0)],
      },
      {
        startMs: 2000,
        endMs: 7000,
        overlapsPrevious: true,
        segments: [segmentOf('starts at nine in the hall', 2000)],
      },
    );
    expect(text).toBe('the meeting starts at nine in the hall');
  });

  it('drops the partial words at the edge of each chunk', () => {
    const seam = joinSeam(
      [segmentOf('we agreed on seven thou', 0)],
      [segmentOf('reed on seven thousand euros', 1000)],
      1000,
      5000,
    );
    expect(textOf([...seam.before, ...seam.after])).toBe('we agreed on seven thousand euros');
  });

  it('cuts at the middle of the overlap when both sides heard different words', () => {
    const seam = joinSeam(
      [segmentOf('one two three four', 0)],
      [segmentOf('tree for five six', 2000)],
      2000,
      4000,
    );
    expect(textOf([...seam.before, ...seam.after])).toBe('one two three for five six');
  });

  it('keeps a chunk whole when the one before it heard nothing', async () => {
    const text = await stitchedText(
      { startMs: 0, endMs: 5000, overlapsPrevious: false, segments: [] },
      { startMs: 3000, endMs: 8000, overlapsPrevious: true, segments: [segmentOf('hello', 6000)] },
    );
    expect(text).toBe('hello');
  });

  it('carries a cut over three overlapping chunks', async () => {
    const text = await stitchedText(
      { startMs: 0, endMs: 4000, overlapsPrevious: false, segments: [segmentOf('a b c d', 0)] },
      {
        startMs: 2000,
        endMs: 6000,
        overlapsPrevious: true,
        segments: [segmentOf('c d e f', 2000)],
      },
      {
        startMs: 4000,
        endMs: 8000,
        overlapsPrevious: true,
        segments: [segmentOf('e f g h', 4000)],
      },
    );
    expect(text).toBe('a b c d e f g h');
  });
});
