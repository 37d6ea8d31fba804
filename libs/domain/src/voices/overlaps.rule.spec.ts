import { describe, expect, it } from '@jest/globals';
import { segmentOf } from '../transcription/heard.fixture.ts';
import { withAssigned } from './assigned-ranges.rule.ts';
import { withMarkedWords, withOverlaps } from './overlaps.rule.ts';
import { SpokenTurns } from './spoken-turns.rule.ts';

const turn = (startMs: number, endMs: number, speaker: number) => ({ startMs, endMs, speaker });
const range = (startMs: number, endMs: number) => ({ startMs, endMs });
const both = (startMs: number, endMs: number, speaker: number) => ({
  ...turn(startMs, endMs, speaker),
  overlap: true as const,
});

describe('where two voices speak at once', () => {
  const turns = [turn(0, 4_000, 0), turn(4_000, 9_000, 1), turn(12_000, 15_000, 0)];

  it('turns are cut where it begins and ends, over a change of the speaker, too', () => {
    expect(
      withOverlaps(turns, [range(1_000, 2_000), range(3_500, 5_000), range(14_000, 16_000)]),
    ).toEqual([
      turn(0, 1_000, 0),
      both(1_000, 2_000, 0),
      turn(2_000, 3_500, 0),
      both(3_500, 4_000, 0),
      both(4_000, 5_000, 1),
      turn(5_000, 9_000, 1),
      turn(12_000, 14_000, 0),
      both(14_000, 15_000, 0),
    ]);
  });

  it('nothing is marked outside of turns, and all of a turn may be', () => {
    expect(withOverlaps(turns, [range(9_500, 11_000)])).toEqual(turns);
    expect(withOverlaps(turns, [range(3_000, 13_000)]).map(({ overlap }) => overlap)).toEqual([
      ...[undefined, true, true, true, undefined],
    ]);
  });

  it('there are two: one speaker alone is not marked', () => {
    const alone = [turn(0, 4_000, 3)];
    expect(withOverlaps(alone, [range(1_000, 2_000)])).toEqual(alone);
  });

  it('they still do where somebody has given the passage to a speaker', () => {
    const told = withOverlaps(turns, [range(1_000, 5_000)]);
    expect(withAssigned(told, [turn(2_000, 3_000, 1)])).toEqual([
      turn(0, 1_000, 0),
      both(1_000, 2_000, 0),
      both(2_000, 3_000, 1),
      both(3_000, 4_000, 0),
      both(4_000, 5_000, 1),
      turn(5_000, 9_000, 1),
      turn(12_000, 15_000, 0),
    ]);
  });
});

describe('words where two voices speak at once', () => {
  // Each word takes a second.
  const segment = segmentOf('one two three four', 0);
  const marksOf = (words: readonly { readonly overlap?: true }[]) =>
    words.map(({ overlap = false }) => overlap);

  it('are marked if at least half of them is said then', () => {
    const turns = [turn(0, 1_400, 0), both(1_400, 3_300, 0), turn(3_300, 9_000, 1)];
    expect(marksOf(withMarkedWords(segment, turns).words)).toEqual([false, true, true, false]);
  });

  it('are marked without a length, too', () => {
    const [word] = segment.words;
    const short = { ...segment, words: word ? [{ ...word, startMs: 500, endMs: 500 }] : [] };
    expect(marksOf(withMarkedWords(short, [both(500, 900, 0)]).words)).toEqual([true]);
    expect(marksOf(withMarkedWords(short, [both(600, 900, 0)]).words)).toEqual([false]);
  });

  it('are not marked any more once nobody else is heard', () => {
    const marked = withMarkedWords(segment, [both(0, 4_000, 0)]);
    expect(marksOf(marked.words)).toEqual([true, true, true, true]);
    expect(withMarkedWords(marked, [turn(0, 4_000, 0)])).toEqual(segment);
  });

  it('are as they were elsewhere', () => {
    expect(withMarkedWords(segment, [both(8_000, 9_000, 0)])).toBe(segment);
  });

  it('keep their marks in the turns of a recording, cut or whole', () => {
    const speakers = withOverlaps([turn(0, 2_000, 0), turn(2_000, 4_000, 1)], [range(900, 2_100)]);
    for (const isWhole of [false, true]) {
      const turns = new SpokenTurns('first', String, speakers);
      const words = turns.partsOf(segment, isWhole).flatMap((part) => part.segment.words);
      expect(marksOf(words)).toEqual([false, true, false, false]);
    }
  });
});
