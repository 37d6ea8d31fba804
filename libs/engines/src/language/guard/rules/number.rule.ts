import { setOf } from '../function-words.ts';
import type { GuardElement } from '../elements.ts';
import type { Proposal, ProofRule } from '../proof-rule.ts';

const MONTHS = setOf(
  'january february march april may june july august september october november december',
  'jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** The same number in another form, with all that belongs to it: unit, currency, sign, a.m. */
export const numberRule: ProofRule = {
  rule: 'number',
  heardCounts: [1, 1],
  nowCounts: [1, 1],
  anyLanguage: true,
  proves: (proposal) => {
    const [heard, now] = [proposal.heard[0], proposal.now[0]];
    if (heard?.kind !== 'number' || now?.kind !== 'number') return false;
    return (
      haveSameReading(heard, now) || (isOfMonth(proposal) && haveSameReading(...asDays(heard, now)))
    );
  },
};

/** "five to ten" as "5-10": the numbers around it are compared by themselves. */
export const rangeRule: ProofRule = {
  rule: 'number',
  heardCounts: [1, 1],
  nowCounts: [1, 1],
  proves: ({ context, heard: [to], now: [sign], heardFrom, nowFrom }) => {
    const isTo = to?.key === 'to' || to?.key === 'until' || to?.key === 'through';
    if (!isTo || sign?.key !== '-') return false;
    const { heard, now } = context;
    const sides = [-1, 1].map((side) => [
      heard.elements[heardFrom + side],
      now.elements[nowFrom + side],
    ]);
    const between = sides.every(
      ([one, other]) => one?.kind === 'number' && other?.kind === 'number',
    );
    return (
      between && heard.key(heardFrom - 2) !== 'at' && now.gap(nowFrom) === now.gap(nowFrom + 1)
    );
  },
};

function haveSameReading(heard: Readings, now: Readings): boolean {
  return now.readings.some((reading) => heard.readings.includes(reading));
}

type Readings = Pick<GuardElement, 'readings'>;

/** Beside the name of a month, "third" and "3" are the same day. */
function asDays(...numbers: readonly [GuardElement, GuardElement]): [Readings, Readings] {
  const [one, other] = numbers.map(({ readings }) => ({
    readings: readings.map((reading) => reading.replace('ord:', '')),
  }));
  return [one ?? numbers[0], other ?? numbers[1]];
}

function isOfMonth({ context: { heard }, heardFrom }: Proposal): boolean {
  const [before, after, second] = [-1, 1, 2].map((side) => heard.key(heardFrom + side));
  if (MONTHS.has(before ?? '') || MONTHS.has(after ?? '')) return true;
  return after === 'of' && MONTHS.has(second ?? '');
}
