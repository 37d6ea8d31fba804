import { describe, it } from '@jest/globals';
import { HOSTILE_PIECES, hostileText } from '../../text/hostile-texts.fixture.ts';
import { financial } from '../financial.agent.ts';
import { expectLinearTime } from '../../../../../test/support/linear-time.ts';

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
const NOTICEABLE_MS = 250;

const reading = (texts: readonly string[]) => () => {
  const lines = texts.map((text) => ({ speaker: 'Ana', text, date: '2026-11-10' }));
  return financial.read({ before: [], lines }, { currency: 'EUR', categories: ['Food'] });
};

describe('the time that the financial rules take', () => {
  it.each(PIECES)('grows with the length of a line of %j', (piece) => {
    const lineOf = (length: number) => reading([hostileText(piece, length)]);
    expectLinearTime(lineOf(LENGTH), lineOf(2 * LENGTH), NOTICEABLE_MS);
  });

  it('grows with the number of lines', () => {
    const said = 'We paid 300 euros for the cables.';
    const linesOf = (length: number) => reading(Array.from({ length }, () => said));
    expectLinearTime(linesOf(200), linesOf(400), NOTICEABLE_MS);
  });
});
