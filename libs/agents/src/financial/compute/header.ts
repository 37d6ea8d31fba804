import type Big from 'big.js';
import type { Figure } from '#contracts/model';
import type { Account } from './account.ts';
import { monthInWords, nextMonth } from './calendar-months.ts';
import { isPaidRegularly } from './payment-days.ts';
import { recurringSum } from './recurring.ts';
import { idsOf, money, notesOf, sumFigure, sumOf } from './sums.ts';

/** The figures in the header: those of the currency of the project, then those of others. */
export function headerFigures(accounts: readonly [Account, ...Account[]]): readonly Figure[] {
  const [own, ...others] = accounts;
  return [
    budgetFigure(own),
    spentFigure(own, tone(own)),
    committedFigure(own),
    leftFigure(own),
    forecastFigure(own),
    ...incomeFigures(own),
    ...others.flatMap(otherCurrency),
  ];
}

function budgetFigure({ budget, currency }: Account, label = 'Budget'): Figure {
  if (budget.entries.length === 0) {
    return { label, value: null, entries: [], how: 'No budget was planned or stated.' };
  }
  return sumFigure({ label, currency, ...budget });
}

function spentFigure(
  { spent, parts, currency }: Account,
  bad: 'bad' | null,
  label = 'Spent',
): Figure {
  const how =
    'Expenses, paid invoices, and recurring amounts since their first month; an invoice and its payment count once, and a deposit is a part of its price.';
  const figure = sumFigure({
    label,
    entries: spent,
    currency,
    how,
    ...(bad === null ? {} : { tone: bad }),
  });
  const deposits = parts.length === 1 ? '1 deposit is' : `${parts.length} deposits are`;
  return parts.length === 0 ? figure : withNote(figure, `${deposits} part of a price`);
}

function withNote(figure: Figure, note: string): Figure {
  return { ...figure, note: figure.note === undefined ? note : `${figure.note}, ${note}` };
}

function committedFigure(
  { committed, recurring, changed, currency }: Account,
  label = 'Committed',
): Figure {
  const how =
    'Commitments, accepted quotes and unpaid invoices; recurring amounts are in the forecast.';
  const figure = sumFigure({ label, entries: committed, currency, how });
  const notes = [
    figure.note,
    recurring.length > 0 ? `${recurring.length} recurring` : undefined,
    changed.length > 0 ? `${changed.length} billed or paid at another amount` : undefined,
  ].filter((part) => part !== undefined);
  return notes.length === 0 ? figure : { ...figure, note: notes.join(', ') };
}

/** Spending over the budget is bad. */
function tone({ budget, spent }: Account): 'bad' | null {
  return budget.entries.length > 0 && sumOf(spent).gt(sumOf(budget.entries)) ? 'bad' : null;
}

function leftFigure({ budget, spent, committed, currency }: Account): Figure {
  const label = 'Left';
  if (budget.entries.length === 0) {
    return { label, value: null, entries: [], how: 'There is no budget to compare with.' };
  }
  const used = [...spent, ...committed];
  const left = sumOf(budget.entries).minus(sumOf(used));
  return {
    ...{ label, value: money(left, currency), how: 'Budget − spent − committed.' },
    entries: idsOf([...budget.entries, ...used]),
    ...noteOf(used),
    ...(left.lt(0) ? { tone: 'bad' } : {}),
  };
}

function forecastFigure(account: Account): Figure {
  const { budget, spent, committed, recurring, currency, thisMonth, lastMonth } = account;
  const again = recurringSum(recurring, thisMonth, lastMonth);
  const used = [...spent, ...committed];
  const forecast = sumOf(used).plus(again);
  const isOver = budget.entries.length > 0 && forecast.gt(sumOf(budget.entries));
  return {
    ...{ label: 'Forecast', value: money(forecast, currency) },
    entries: idsOf([...used, ...recurring]),
    how: `Spent + committed${recurringInWords(account, again)}.`,
    ...noteOf(used, uncountedIn(recurring)),
    ...(isOver ? { tone: 'bad' } : {}),
  };
}

/** " + 600 EUR of recurring payments, from December 2026 to February 2027" */
function recurringInWords(
  { currency, thisMonth, lastMonth, recurring }: Account,
  sum: Big,
): string {
  if (recurring.length === 0) return '';
  const next = nextMonth(thisMonth);
  const [first, last] = [next, next > lastMonth ? next : lastMonth].map(monthInWords);
  const months = first === last ? `in ${first}` : `from ${first} to ${last}`;
  return ` + ${sum.toFixed()} ${currency} of recurring payments, ${months}`;
}

/** What is paid by the hour or the day: nobody said for how many of them. */
function uncountedIn(recurring: Account['recurring']): readonly string[] {
  const count = recurring.filter((entry) => !isPaidRegularly(entry)).length;
  return count === 0 ? [] : [`${count} by the hour or day is not in it`];
}

function noteOf(
  entries: Account['spent'],
  more: readonly string[] = [],
): { readonly note?: string } {
  const note = [...notesOf(entries), ...more].join(', ');
  return note === '' ? {} : { note };
}

function incomeFigures({ received, expected, currency }: Account): readonly Figure[] {
  const sums = [
    {
      label: 'Received',
      entries: received,
      how: 'Income that was received, without what was rejected or lent.',
    },
    {
      label: 'Income expected',
      entries: expected,
      how: 'Income that was promised or is expected, without what was rejected or lent.',
    },
  ];
  return sums
    .filter(({ entries }) => entries.length > 0)
    .map((sum) => sumFigure({ ...sum, currency }));
}

/** Amounts of another currency stand apart; they are never converted. */
function otherCurrency(account: Account): readonly Figure[] {
  const { currency, budget, spent, committed } = account;
  return [
    ...(budget.entries.length > 0 ? [budgetFigure(account, `Budget in ${currency}`)] : []),
    ...(spent.length > 0 ? [spentFigure(account, tone(account), `Spent in ${currency}`)] : []),
    ...(committed.length > 0 ? [committedFigure(account, `Committed in ${currency}`)] : []),
    ...incomeFigures(account).map((figure) => ({
      ...figure,
      label: `${figure.label} in ${currency}`,
    })),
  ];
}
