import { describe, expect, it } from '@jest/globals';
import { doubtsOf, doubtsOfWord, helpOfWord } from './doubts.ts';

const word = (confidence: number, overlap?: true) => ({
  ...{ startMs: 0, endMs: 400, text: 'harbour', confidence },
  ...(overlap ? { overlap } : {}),
});

describe('the doubts about a word', () => {
  it('are that it was hardly understood, and that two voices speak at once', () => {
    expect(doubtsOfWord(word(0.9))).toEqual([]);
    expect(doubtsOfWord(word(0.49))).toEqual(['unsure']);
    expect(doubtsOfWord(word(0.9, true))).toEqual(['overlap']);
    expect(doubtsOfWord(word(0.1, true))).toEqual(['unsure', 'overlap']);
  });

  it('are explained, each of them', () => {
    expect(helpOfWord([])).toBeUndefined();
    expect(helpOfWord(['unsure', 'overlap'])).toMatch(/Hardly understood.+Two voices at once/s);
  });
});

describe('the doubts about a segment', () => {
  const kindsOf = (segment: Parameters<typeof doubtsOf>[0]) =>
    doubtsOf(segment).map(({ kind }) => kind);

  it('are about all of it when its words are unsure on the average', () => {
    const segment = { words: [word(0.2), word(0.8)], confidence: 0.5, layer: 'raw' } as const;
    expect(kindsOf(segment)).toEqual(['unsure']);
    expect(kindsOf({ ...segment, confidence: 0.7 })).toEqual([]);
  });

  it('are none once somebody has edited it, except that two people speak at once', () => {
    const edited = { words: [word(0.2, true)], confidence: 0.2, layer: 'edited' } as const;
    expect(kindsOf({ ...edited, layer: 'corrected' })).toEqual(['unsure', 'overlap']);
    expect(kindsOf(edited)).toEqual(['overlap']);
  });

  it('are none about typed text', () => {
    expect(kindsOf({ words: [], confidence: 0, layer: 'raw' })).toEqual([]);
  });
});
