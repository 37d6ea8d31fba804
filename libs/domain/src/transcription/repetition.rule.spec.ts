import { describe, expect, it } from '@jest/globals';
import { segmentOf, textOf } from './heard.fixture.ts';
import { cutRepetitions, findRepetition } from './repetition.rule.ts';

const LOOP = 'thank you for watching';
const looped = (times: number) => Array.from({ length: times }, () => LOOP).join(' ');

describe('finding repetitions', () => {
  it('finds a sentence that the engine repeats across segments', () => {
    const segments = [segmentOf(`well then ${looped(3)}`, 0), segmentOf(looped(25), 14_000)];
    expect(findRepetition(segments)).toEqual({ firstWord: 2, phraseLength: 4, times: 28 });
  });

  it('ignores case and punctuation', () => {
    const segments = [segmentOf('Go home. go home, Go home! go home go home go home', 0)];
    expect(findRepetition(segments)?.times).toBe(6);
  });

  it.each([
    'no no no no that is wrong',
    'we will we will rock you',
    'a small step for a man and a giant leap for mankind',
    'one two three one two three one two three',
  ])('ignores natural repetition: %s', (text) => {
    expect(findRepetition([segmentOf(text, 0)])).toBeNull();
  });
});

describe('removing repetitions', () => {
  it('keeps one occurrence and everything around the loop', () => {
    const cut = cutRepetitions([segmentOf(`good morning ${looped(9)} goodbye`, 1000)]);
    expect(textOf(cut.segments)).toBe(`good morning ${LOOP} goodbye`);
    expect(cut.cutAtMs).toEqual([3000]);
  });

  it('removes several loops', () => {
    const text = `${looped(5)} and ${'la '.repeat(20)}end`;
    const cut = cutRepetitions([segmentOf(text, 0)]);
    expect(textOf(cut.segments)).toBe(`${LOOP} and la end`);
    expect(cut.cutAtMs).toHaveLength(2);
  });

  it('returns segments without a loop unchanged', () => {
    const segments = [segmentOf('nothing to see here', 0)];
    expect(cutRepetitions(segments)).toEqual({ segments, cutAtMs: [] });
  });
});
