import { piecesWith, wordsOf } from './word-pieces.ts';

const shown = (text: string, words: readonly string[]) =>
  piecesWith(text, words)
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('');

describe('a text with the words that were searched', () => {
  it.each([
    ['The lamp is green.', ['LAMP'], 'The [lamp] is green.'],
    ['Lamplight, lamp', ['lamp'], '[Lamp]light, [lamp]'],
    ['harbour harbours', ['harbour', 'harbours'], '[harbour] [harbours]'],
    [
      'It costs 10% (a.b) $5 [x] a-b.',
      ['10%', '(a.b)', '$5', '[x]', 'a-b'],
      'It costs [10%] [(a.b)] [$5] [[x]] [a-b].',
    ],
    ['C:\\temp\\x', ['\\temp'], 'C:[\\temp]\\x'],
    ['海港の灯台', ['灯台'], '海港の[灯台]'],
    ['ÜBER den Fluss', ['über'], '[ÜBER] den Fluss'],
    ['nothing', ['else'], 'nothing'],
    ['nothing', [], 'nothing'],
    ['', ['word'], ''],
    ['aaa', ['aa', 'a'], '[aa][a]'],
  ])('%j with %j is %j', (text, words, expected) => {
    expect(shown(text, words)).toBe(expected);
  });

  it('keeps every character', () => {
    const text = '🚢 (a|b)* \n\t end';
    const pieces = piecesWith(text, ['(a|b)*', '🚢', '\n']);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

it('the words of a search are what is between spaces', () => {
  expect(wordsOf('  green\u3000lamp\n')).toEqual(['green', 'lamp']);
  expect(wordsOf(' ')).toEqual([]);
});
