import { describe, expect, it } from '@jest/globals';
import { breakableParts, columnsOf, LINE_COLUMNS } from './columns.ts';

describe('the width of a text in columns', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['naïve', 5],
    ['na\u0308ive', 5],
    ['日本語', 6],
    ['한국어', 6],
    ['한국어'.normalize('NFD'), 6],
    ['ｆｕｌｌ', 8],
    ['ﾊﾝｶｸ', 4],
    ['สวัสดี', 4],
    ['👍🏽', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['，。「」', 8],
    ['\u200b', 0],
    ['a中b', 4],
  ])('of %j is %d', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

describe('the parts of a text without spaces', () => {
  it.each([
    '这是一个很长的句子里面没有任何空格但是有标点，所以可以在词之间换行。'.repeat(3),
    'これは空白のない長い文です。'.repeat(9),
    'สวัสดีครับวันนี้อากาศดีมากเราไปเดินเล่นกันเถอะ'.repeat(4),
    'https://example.org/'.concat('a1b2c3'.repeat(40)),
    '👩‍👩‍👧'.repeat(50),
    '。'.repeat(300),
    'x'.repeat(2000),
  ])('fit into a line and are the text again: %j', (text) => {
    const parts = breakableParts(text);
    expect(parts.join('')).toBe(text);
    for (const part of parts) expect(columnsOf(part)).toBeLessThanOrEqual(LINE_COLUMNS);
  });

  it('do not begin with punctuation', () => {
    const parts = breakableParts('今天早上港口很安静，渡轮准时出发。');
    for (const part of parts) expect(part).not.toMatch(/^[，。]/u);
  });
});
