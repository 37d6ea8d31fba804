import { describe, expect, it } from '@jest/globals';
import { findAmounts } from './amounts.ts';
import { HOSTILE_PIECES, hostileText } from './hostile-texts.fixture.ts';
import { sentencesOf } from './sentences.ts';
import { standingOf } from './standing.ts';
import { cpuMsOf } from '../../../../test/support/cpu-time.ts';

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
/** Doubling the input doubles the time of a linear reader, and makes four times that of others. */
const MOST_GROWTH = 3;
/** Below this, the clock says nothing about growth. */
const NOTICEABLE_MS = 250;
const ROUNDS = 2;

const msOf = (read: (text: string) => unknown, text: string) => cpuMsOf(() => read(text), ROUNDS);

const READERS: readonly [string, (text: string) => unknown][] = [
  ['sentences', sentencesOf],
  ['amounts', (text) => findAmounts(text, 'EUR')],
  ['standing', (text) => sentencesOf(text).map((sentence) => standingOf(sentence.text))],
];

describe.each(READERS)('the reader of %s', (_name, read) => {
  it.each(PIECES)('is linear in a text of %j', (piece) => {
    const once = msOf(read, hostileText(piece, LENGTH));
    const twice = msOf(read, hostileText(piece, 2 * LENGTH));
    expect(twice).toBeLessThan(Math.max(NOTICEABLE_MS, MOST_GROWTH * once));
  });
});
