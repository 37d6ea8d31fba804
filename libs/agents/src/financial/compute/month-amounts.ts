import Big from 'big.js';
import type { Figure, MonthsBlock } from '#contracts/model';
import type { Account } from './account.ts';
import { monthsBetween } from './calendar-months.ts';
import { type MoneyEntry, monthOf } from './money-entry.ts';
import { dueMonths } from './recurring.ts';
import { idsOf, money, sumOf } from './sums.ts';

/** Older months are in the first cumulative amount only. */
const MOST_MONTHS = 60;

/** Amounts by month; those of a month to come are a forecast. */
export function monthAmounts(account: Account): MonthsBlock {
  const byMonth = entriesByMonth(account);
  const first = [...byMonth.keys()].reduce(
    (least, month) => (month < least ? month : least),
    account.thisMonth,
  );
  const months = monthsBetween(first, account.lastMonth, MOST_MONTHS);
  const running = new Running(account);
  const earlier = [...byMonth].filter(([month]) => month < (months[0] ?? first));
  for (const [, entries] of earlier) running.add(entries);
  const block = months.map((month) =>
    monthOfBlock(month, byMonth.get(month) ?? [], account, running),
  );
  return { kind: 'months', key: 'months', title: 'By month', months: block };
}

/** Payments by their month, and open ones with a date ahead by that; recurring ones each time. */
function entriesByMonth(account: Account): ReadonlyMap<string, readonly MoneyEntry[]> {
  const { spent, committed, recurring, thisMonth, lastMonth } = account;
  const dated = committed.filter(({ on }) => on !== null);
  const pairs = [
    ...[...spent, ...dated].flatMap((entry) => {
      const month = monthOf(entry);
      return month === null || month > lastMonth ? [] : [{ month, entry }];
    }),
    ...recurring.flatMap((entry) =>
      dueMonths(entry, thisMonth, lastMonth).map((month) => ({ month, entry })),
    ),
  ];
  const grouped = Map.groupBy(pairs, ({ month }) => month);
  return new Map([...grouped].map(([month, of]) => [month, of.map(({ entry }) => entry)]));
}

/** Sums of a month and all before it. */
class Running {
  sum = new Big(0);
  readonly ids = new Set<string>();
  readonly planned: readonly MoneyEntry[];

  constructor({ counted }: Account) {
    this.planned = counted.filter(({ type }) => type === 'planned_budget');
  }

  add(entries: readonly MoneyEntry[]): void {
    this.sum = this.sum.plus(sumOf(entries));
    for (const id of idsOf(entries)) this.ids.add(id);
  }
}

function monthOfBlock(
  month: string,
  entries: readonly MoneyEntry[],
  { currency, thisMonth }: Account,
  running: Running,
): MonthsBlock['months'][number] {
  running.add(entries);
  const forecast = month > thisMonth;
  const ids = idsOf(entries);
  const how = forecast
    ? 'Commitments and unpaid invoices with a date in this month, and recurring amounts.'
    : 'Payments dated in this month, or said in it without a date, and what was due in it.';
  return {
    ...{ month, forecast },
    value: { label: month, value: money(sumOf(entries), currency), entries: ids, how },
    cumulative: {
      ...{ label: `Until ${month}`, value: money(running.sum, currency) },
      entries: [...running.ids],
      how: 'Sum of this month and all months before it.',
    },
    planned: plannedUntil(month, running.planned, currency),
  };
}

/** Planned amounts without a month are there from the beginning. */
function plannedUntil(
  month: string,
  planned: readonly MoneyEntry[],
  currency: string,
): Figure | null {
  if (planned.length === 0) return null;
  const until = planned.filter(({ on }) => on === null || on.date.slice(0, 7) <= month);
  return {
    ...{ label: `Planned until ${month}`, value: money(sumOf(until), currency) },
    entries: until.map(({ id }) => id),
    how: 'Sum of the planned amounts of this month and those before it, and of those without a month.',
  };
}
