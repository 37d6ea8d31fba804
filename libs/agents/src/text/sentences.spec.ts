import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from './sentences.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('the sentences of a text', () => {
  it.each<[string, readonly string[]]>([
    ['We paid. They came! Why?', ['We paid.', 'They came!', 'Why?']],
    ['The U.S. office costs approx. 1.5 million.', ['The U.S. office costs approx. 1.5 million.']],
    ['They moved to the U.S. We stayed.', ['They moved to the U.S.', 'We stayed.']],
    [
      'Invoice No. 4 is due at 10.30 a.m. on Monday.',
      ['Invoice No. 4 is due at 10.30 a.m. on Monday.'],
    ],
    ['Did we pay? No. We forgot.', ['Did we pay?', 'No.', 'We forgot.']],
    ['It costs 300. Then we left.', ['It costs 300.', 'Then we left.']],
    ['Wir zahlen am 3. November. Danach nicht.', ['Wir zahlen am 3. November.', 'Danach nicht.']],
    [
      'Sie ist vom 4. auf den 11. März verschoben.',
      ['Sie ist vom 4. auf den 11. März verschoben.'],
    ],
    ['1. Venue: 300\n2. Food: 400', ['1. Venue: 300', '2. Food: 400']],
    ['- Venue\n- Food', ['- Venue', '- Food']],
    ['a line that was\nwrapped by an editor', ['a line that was\nwrapped by an editor']],
    ['我们付了三百。他们来了！', ['我们付了三百。', '他们来了！']],
    ['She said "no." Then she left.', ['She said "no."', 'Then she left.']],
    ['so we paid three hundred and left', ['so we paid three hundred and left']],
    ['', []],
    [' \n\n ', []],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('are where their positions say', () => {
    const text = '  One. \n\n Two?\nThree';
    for (const { text: part, start, end } of sentencesOf(text)) {
      expect(text.slice(start, end)).toBe(part);
    }
  });

  it('are of bounded length when nothing ends them, and lose no word', () => {
    const text = 'word '.repeat(1_000).trim();
    const sentences = texts(text);
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThanOrEqual(400);
    expect(sentences.join(' ')).toBe(text);
  });
});
