import { cpuMsOfAsync } from '../../../../test/support/cpu-time.ts';
import { LIMITS } from '../files.fixture.ts';
import { readAsMessages } from './read-as-messages.ts';

const UNITS = [
  '1',
  '.',
  '(',
  '1,',
  '"',
  '"a,',
  '你',
  '- ',
  '- a\n',
  '1 \n',
  'ab ',
  'a;b\n',
  '€',
  '|a',
];

const SHORT = 20_000;
/** Enough that quadratic time, 64 times as much, is over the limit. */
const TIMES_LONGER = 8;

function timeMs(fileName: string, text: string): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  return cpuMsOfAsync(() => readAsMessages(bytes, fileName, LIMITS, () => undefined), 2);
}

describe.each(['plan.txt', 'plan.md', 'plan.csv'])('%s', (fileName) => {
  it.each(UNITS)('is read in time proportional to its number of %j', async (unit) => {
    const shortMs = await timeMs(fileName, unit.repeat(SHORT));
    const longMs = await timeMs(fileName, unit.repeat(SHORT * TIMES_LONGER));
    expect(longMs).toBeLessThan(3 * TIMES_LONGER * shortMs + 100);
  });
});
