import { describe, it } from '@jest/globals';
import { findAmounts } from './amounts.ts';
import { HOSTILE_PIECES, hostileText } from './hostile-texts.fixture.ts';
import { sentencesOf } from './sentences.ts';
import { standingOf } from './standing.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const PIECES = [
  ...HOSTILE_PIECES,
  'a hundred ',
  'zehntausend',
  'and a half ',
  '€',
  '12-',
  'if ',
  "n't ",
];
const LENGTH = 20_000;
const NOTICEABLE_MS = 250;

const READERS: readonly [string, (text: string) => unknown][] = [
  ['sentences', sentencesOf],
  ['amounts', (text) => findAmounts(text, 'EUR')],
  ['standing', (text) => sentencesOf(text).map((sentence) => standingOf(sentence.text))],
];

describe.each(READERS)('the reader of %s', (_name, read) => {
  it.each(PIECES)('is linear in a text of %j', (piece) => {
    const reading = (text: string) => () => read(text);
    const [once, twice] = [LENGTH, 2 * LENGTH].map((length) => hostileText(piece, length));
    expectLinearTime(reading(once ?? ''), reading(twice ?? ''), NOTICEABLE_MS);
  });
});
