import { describe, expect, it } from '@jest/globals';
import { summaryParts } from './parts.rule.ts';

const turn = (text: string) => ({ speaker: 'Ada', text });
const lengths = (parts: readonly (readonly { text: string; speaker: string }[])[]) =>
  parts.map((part) =>
    part.reduce((sum, { speaker, text }) => sum + speaker.length + text.length, 0),
  );

describe('the parts of a conversation to summarise', () => {
  it('are one when the engine accepts any length', () => {
    const turns = Array.from({ length: 1000 }, (_, n) => turn(`number ${n}`));
    expect(summaryParts(turns, Infinity)).toEqual([turns]);
    expect(summaryParts([], 100)).toEqual([[]]);
  });

  it('hold all turns in order, each part within the limit', () => {
    const turns = Array.from({ length: 100 }, (_, n) => turn(`turn number ${n}`));
    const parts = summaryParts(turns, 120);
    expect(parts.flat()).toEqual(turns);
    expect(Math.max(...lengths(parts))).toBeLessThanOrEqual(120);
    expect(parts.length).toBeLessThan(25);
  });

  it('split a turn that is too long between words without losing any', () => {
    const words = Array.from({ length: 200 }, (_, n) => `word${n}`).join(' ');
    const parts = summaryParts([turn('Before.'), turn(words), turn('After.')], 100);
    expect(Math.max(...lengths(parts))).toBeLessThanOrEqual(100);
    const texts = parts.flat().map(({ text }) => text);
    expect(texts.join(' ')).toBe(`Before. ${words} After.`);
  });

  it('split text without spaces, but never inside a character', () => {
    const parts = summaryParts([turn('😀'.repeat(50))], 24);
    expect(
      parts
        .flat()
        .map(({ text }) => text)
        .join(''),
    ).toBe('😀'.repeat(50));
    expect(parts.flat().every(({ text }) => text.isWellFormed())).toBe(true);
  });
});
