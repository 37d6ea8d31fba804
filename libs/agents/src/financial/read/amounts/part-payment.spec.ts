import { describe, expect, it } from '@jest/globals';
import { reportOf } from '../../compute/said-report.fixture.ts';

/** What is spent and what is still to be paid. */
function sumsOf(...said: readonly string[]) {
  const { figures } = reportOf(...said);
  return ['Spent', 'Committed'].map((label) => {
    const value = figures.find((figure) => figure.label === label)?.value;
    return value?.kind === 'money' ? value.amount : null;
  });
}

describe('a part that is paid', () => {
  it.each([
    ['We owe the plumber 500 euros, 200 of it is paid already.', ['200', '300']],
    ["The plumber's invoice is 500 euros, of which 200 are paid.", ['200', '300']],
    ['We have paid 200 of the 500 euros for the plumber.', ['200', '300']],
    ['Die Rechnung vom Klempner ist 500 Euro, davon sind 200 bezahlt.', ['200', '300']],
  ])('leaves the rest to be paid: %s', (said, sums) => {
    expect(sumsOf(said)).toEqual(sums);
  });

  it.each([
    ['The bill is 800 euros, we already paid half of it.', ['0', '800']],
    ['We owe the baker 600 euros. Half of it is already paid.', ['0', '600']],
  ])('closes no bill where its amount is not said: %s', (said, sums) => {
    expect(sumsOf(said)).toEqual(sums);
  });

  it('is no second expense of the whole', () => {
    expect(sumsOf('We spent 200 of the 500 euros for the ads.')).toEqual(['200', '0']);
  });
});
