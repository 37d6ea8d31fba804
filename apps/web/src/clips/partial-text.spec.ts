import type { PartialText } from '../api/types.ts';
import { addPartialText, blocksOf, finishedOnly } from './partial-text.ts';

function part(chunkIndex: number, text: string, finished = true): PartialText {
  const startMs = chunkIndex * 10_000;
  return { chunkIndex, finished, segments: [{ startMs, endMs: startMs + 900, text }] };
}

function take(...arrived: PartialText[]): readonly PartialText[] {
  return arrived.reduce<readonly PartialText[]>(addPartialText, []);
}

function textOf(parts: readonly PartialText[]): string {
  return blocksOf(parts)
    .map((block) => block.text)
    .join('|');
}

describe('text that grows while a clip is decoded', () => {
  it('is in the order of the chunks, regardless of which finishes first', () => {
    expect(textOf(take(part(2, 'c'), part(0, 'a'), part(1, 'b')))).toBe('a|b|c');
  });

  it('replaces a growing chunk with its later text', () => {
    expect(textOf(take(part(0, 'Good', false), part(0, 'Good morning', false)))).toBe(
      'Good morning',
    );
  });

  it('never lets a finished chunk shrink when a connection resumes', () => {
    expect(textOf(take(part(0, 'Good morning'), part(0, 'Good', false)))).toBe('Good morning');
  });

  it('does not modify its input', () => {
    const known = take(part(0, 'a'));
    addPartialText(known, part(1, 'b'));
    expect(known).toHaveLength(1);
  });

  it('reports where text before a chunk is still missing', () => {
    const gaps = blocksOf(take(part(0, 'a', false), part(1, 'b'), part(3, 'd')));
    expect(gaps.map((block) => block.afterGap)).toEqual([false, true, true]);
  });

  it('shows nothing for a chunk without words', () => {
    expect(blocksOf([{ chunkIndex: 0, finished: true, segments: [] }])).toEqual([]);
  });

  it('keeps finished chunks for a retry, and discards the others', () => {
    expect(textOf(finishedOnly(take(part(0, 'a'), part(1, 'b', false))))).toBe('a');
  });
});
