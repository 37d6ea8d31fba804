import { describe, expect, it } from '@jest/globals';
import { HOSTILE_PIECES, hostileText } from '../../text/hostile-texts.fixture.ts';
import { financial } from '../financial.agent.ts';
import { cpuMsOf } from '../../../../../test/support/cpu-time.ts';

const PIECES = [
  ...HOSTILE_PIECES,
  'we paid 300 euros for tape and ',
  'invoice budget quote ',
  '€5, ',
  'Amount: 5 · ',
  'if we paid, ',
  'not 5 ',
  'It is 5. ',
  '90 sorry 19 euros ',
  'we paid 12 for 12, ',
  "the a's ",
  'a-',
  'the bank paid the ',
  'the 400 for the hall ',
  'quotes: Baxter 1,980, ',
  'from 9 to 1430 ',
  'between 800 and 900 for the ',
  'fourteen fifty ',
  'had planned 50, ',
  'and they want ',
  'nicht bezahlt, die ',
];
const LENGTH = 5_000;
/** Doubling the input doubles the time of a linear reader, and makes four times that of others. */
const MOST_GROWTH = 3;
/** Below this, the clock says nothing about growth. */
const NOTICEABLE_MS = 250;
const ROUNDS = 2;

function msOf(texts: readonly string[]): number {
  const lines = texts.map((text) => ({ speaker: 'Ana', text, date: '2026-11-10' }));
  const context = { currency: 'EUR', categories: ['Food'] };
  return cpuMsOf(() => financial.read({ before: [], lines }, context), ROUNDS);
}

describe('the time that the financial rules take', () => {
  it.each(PIECES)('grows with the length of a line of %j', (piece) => {
    const once = msOf([hostileText(piece, LENGTH)]);
    const twice = msOf([hostileText(piece, 2 * LENGTH)]);
    expect(twice).toBeLessThan(Math.max(NOTICEABLE_MS, MOST_GROWTH * once));
  });

  it('grows with the number of lines', () => {
    const said = 'We paid 300 euros for the cables.';
    const once = msOf(Array.from({ length: 200 }, () => said));
    const twice = msOf(Array.from({ length: 400 }, () => said));
    expect(twice).toBeLessThan(Math.max(NOTICEABLE_MS, MOST_GROWTH * once));
  });
});
