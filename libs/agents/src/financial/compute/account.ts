import type { ReportInput } from '../../agent.ts';
import { type Budget, budgetOf } from './budget.ts';
import { countedMoney, isNotGained, lastMonthOf, type MoneyEntry, monthOf } from './money-entry.ts';
import { forecastUntil } from './recurring.ts';
import { withoutMatches } from './same-payment.ts';
import { settle, type Settlement } from './settlement.ts';
import { nextMonth } from './calendar-months.ts';
import { withTerms } from './terms.ts';

/** The money of a project in one currency. */
export interface Account extends Settlement {
  readonly currency: string;
  /** Entries that count, in their order. */
  readonly counted: readonly MoneyEntry[];
  readonly budget: Budget;
  readonly received: readonly MoneyEntry[];
  readonly expected: readonly MoneyEntry[];
  /** The month of the report, such as `2026-11`. */
  readonly thisMonth: string;
  /** The last month of the forecast. */
  readonly lastMonth: string;
}

/** The forecast reaches at most this far. */
const MAX_AHEAD = 36;

/**
 * The accounts of a project: that of its currency first, then those of others that were named.
 * @param closedBy the statements that closed entries, by the ids of these entries
 */
export function accountsOf(
  { entries, currency, today }: Pick<ReportInput, 'entries' | 'currency' | 'today'>,
  closedBy: ReadonlyMap<string, string>,
): readonly [Account, ...Account[]] {
  const money = withTerms(countedMoney(entries), entries);
  const counted = money.map((entry) => withClosing(entry, closedBy));
  const named = new Set(counted.map(({ value }) => value.currency));
  const others = [...named].filter((each) => each !== currency).sort();
  const account = (of: string) => accountOf(counted, of, today.slice(0, 7));
  return [account(currency), ...others.map(account)];
}

function accountOf(all: readonly MoneyEntry[], currency: string, thisMonth: string): Account {
  const counted = all.filter(({ value }) => value.currency === currency);
  const income = counted.filter((entry) => entry.type === 'income' && !isNotGained(entry));
  const settled = settle(counted, thisMonth);
  return {
    ...{ ...settled, currency, counted, thisMonth },
    budget: budgetOf(counted),
    received: income.filter(({ status }) => status !== 'expected'),
    expected: withoutMatches(
      income.filter(({ status }) => status === 'expected'),
      income.filter(({ status }) => status !== 'expected'),
    ),
    lastMonth: forecastUntil(settled.recurring, thisMonth, lastDated(counted, thisMonth)),
  };
}

function withClosing(entry: MoneyEntry, closedBy: ReadonlyMap<string, string>): MoneyEntry {
  const by = closedBy.get(entry.id);
  return by === undefined ? entry : { ...entry, closedBy: by };
}

/**
 * The last month with a date ahead, of the plan, a commitment or the end of a recurring one; at most
 * three years ahead.
 */
function lastDated(entries: readonly MoneyEntry[], thisMonth: string): string {
  const limit = nextMonth(thisMonth, MAX_AHEAD);
  const dated = entries.flatMap((entry) => (entry.on === null ? [] : (monthOf(entry) ?? [])));
  const ends = entries.flatMap(({ term }) => (term === undefined ? [] : lastMonthOf(term)));
  const months = [
    ...dated.filter((month) => month <= limit),
    ...ends.map((end) => (end > limit ? limit : end)),
  ];
  return months.reduce((last, month) => (month > last ? month : last), thisMonth);
}
