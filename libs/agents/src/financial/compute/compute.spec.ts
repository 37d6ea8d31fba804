import { describe, expect, it } from '@jest/globals';
import type { MoneyValue, ReportEntry } from '#contracts/model';
import { EMPTY_PLAN } from '#contracts/model';
import { computeFinancial } from './compute.ts';
import { expectLinearTime } from '../../../../../test/support/linear-time.ts';

const TODAY = '2026-11-20';

function euros(amount: string, more: Partial<MoneyValue> = {}): MoneyValue {
  return { kind: 'money', amount, currency: 'EUR', ...more };
}

let nextId = 0;

function entry(
  type: string,
  label: string,
  value: ReportEntry['value'],
  more: Partial<ReportEntry> = {},
): ReportEntry {
  const id = `fact_${nextId++}`;
  return {
    ...{ id, factIds: [id], type, label, value, on: null, who: null, status: null, category: null },
    ...{ state: 'counted', held: null, supersededBy: null, disputes: [], decided: null },
    ...{ saidOn: '2026-11-10', saidAt: '2026-11-10T10:00:00.000Z' },
    ...more,
  };
}

function planned(category: string, amount: string, month: string | null): ReportEntry {
  return entry('planned_budget', category, euros(amount), {
    ...{ id: `plan:budget:${nextId++}`, factIds: [], category, saidOn: null, saidAt: null },
    on: month === null ? null : { date: `${month}-01`, precision: 'month' },
  });
}

function report(...entries: readonly ReportEntry[]) {
  return computeFinancial({ entries, plan: EMPTY_PLAN, currency: 'EUR', today: TODAY, talk: [] });
}

function figure(label: string, ...entries: readonly ReportEntry[]) {
  return report(...entries).figures.find((each) => each.label === label);
}

function block(key: string, ...entries: readonly ReportEntry[]) {
  return report(...entries).blocks.find((each) => each.key === key)!;
}

const day = (date: string) => ({ date, precision: 'day' }) as const;
const budget = entry('budget', 'total', euros('10000'));

describe('the figures of the financial dashboard', () => {
  it('add up decimals exactly, and name their entries', () => {
    const one = entry('expense', 'tape', euros('0.1'));
    const two = entry('expense', 'glue', euros('0.2'));
    const spent = figure('Spent', one, two);
    expect(spent).toMatchObject({ value: euros('0.3'), entries: [one.id, two.id] });
  });

  it('count only what is counted', () => {
    const states = (['held', 'superseded', 'rejected'] as const).map((state) =>
      entry('expense', 'tape', euros('50'), { state }),
    );
    expect(figure('Spent', ...states)?.value).toEqual(euros('0'));
  });

  it('count the latest of disputed amounts, and say so', () => {
    const late = entry('expense', 'venue', euros('13400'));
    const early = entry('expense', 'venue', euros('12000'), { disputes: [late.id] });
    const disputed = { ...late, disputes: [early.id] };
    const spent = figure('Spent', early, disputed);
    expect(spent).toMatchObject({ value: euros('13400'), entries: [late.id], note: '1 disputed' });
  });

  it('never mix currencies', () => {
    const dollars = entry('expense', 'visa', euros('300', { currency: 'USD' }));
    const content = report(entry('expense', 'tape', euros('50')), dollars);
    expect(content.figures.find(({ label }) => label === 'Spent')?.value).toEqual(euros('50'));
    expect(content.figures.find(({ label }) => label === 'Spent in USD')).toMatchObject({
      value: { amount: '300', currency: 'USD' },
      entries: [dollars.id],
    });
  });

  it.each([
    [
      'invoice and expense',
      entry('invoice', 'print', euros('750'), { status: 'paid' }),
      entry('expense', 'print', euros('750')),
    ],
    [
      'unpaid invoice and expense',
      entry('invoice', 'print', euros('750'), { status: 'due' }),
      entry('expense', 'prints', euros('750.00')),
    ],
    [
      'commitment and expense',
      entry('commitment', 'print', euros('750')),
      entry('expense', 'print', euros('750')),
    ],
  ])('count a payment once: %s', (_case, one, other) => {
    expect(figure('Spent', one, other)?.value).toEqual(euros('750'));
    expect(figure('Committed', one, other)?.value).toEqual(euros('0'));
  });

  it('count payments of the same amount for other things apart', () => {
    const invoice = entry('invoice', 'print', euros('750'), { status: 'paid' });
    expect(figure('Spent', invoice, entry('expense', 'flowers', euros('750')))?.value).toEqual(
      euros('1500'),
    );
  });

  it('take quotes and estimates for no spending, unless a quote was accepted', () => {
    const open = [entry('quote', 'stage', euros('100')), entry('estimate', 'food', euros('100'))];
    const accepted = entry('quote', 'light', euros('40'), { status: 'accepted' });
    expect(figure('Spent', ...open, accepted)?.value).toEqual(euros('0'));
    expect(figure('Committed', ...open, accepted)?.value).toEqual(euros('40'));
  });

  it('say what is left, and warn when it is less than nothing', () => {
    const paid = entry('expense', 'venue', euros('9000'));
    expect(figure('Left', budget, paid)).toMatchObject({ value: euros('1000') });
    expect(figure('Left', budget, paid)?.tone).toBeUndefined();
    const order = entry('commitment', 'band', euros('2000'));
    expect(figure('Left', budget, paid, order)).toMatchObject({
      value: euros('-1000'),
      tone: 'bad',
    });
    expect(figure('Forecast', budget, paid, order)?.tone).toBe('bad');
  });

  it('are unknown without a budget', () => {
    expect(figure('Budget')?.value).toBeNull();
    expect(figure('Left', entry('expense', 'tape', euros('5')))?.value).toBeNull();
  });

  it('take the budget of the plan, then a stated total, then the sum of its parts', () => {
    const parts = [entry('budget', 'food', euros('300')), entry('budget', 'travel', euros('500'))];
    expect(figure('Budget', ...parts)?.value).toEqual(euros('800'));
    expect(figure('Budget', ...parts, budget)?.value).toEqual(euros('10000'));
    expect(figure('Budget', planned('Food', '900', null), ...parts, budget)?.value).toEqual(
      euros('900'),
    );
  });

  it('count the lower end of a range, and say how much more it may be', () => {
    const range = entry('expense', 'lights', euros('300', { upTo: '400' }));
    expect(figure('Spent', range)).toMatchObject({
      value: euros('300'),
      note: 'up to 100 more by ranges',
    });
  });

  it('forecast recurring amounts until the last date that is ahead', () => {
    const hosting = entry('commitment', 'hosting', euros('200', { per: 'month' }));
    const party = entry('commitment', 'party', euros('1000'), { on: day('2027-02-03') });
    expect(figure('Committed', hosting, party)).toMatchObject({
      value: euros('1000'),
      note: '1 recurring',
    });
    expect(figure('Forecast', hosting, party)?.value).toEqual(euros('1600'));
  });
});

describe('the blocks of the financial dashboard', () => {
  it('compare each category with its budget', () => {
    const paid = entry('expense', 'lunch', euros('700'), { category: 'Food' });
    const order = entry('commitment', 'dinner', euros('400'), { category: 'Food' });
    expect(block('categories', planned('Food', '1000', null), paid, order)).toMatchObject({
      bars: [
        {
          label: 'Food',
          value: { value: euros('700'), entries: [paid.id], tone: 'bad' },
          more: { value: euros('400'), entries: [order.id] },
          reference: { value: euros('1000') },
        },
      ],
    });
  });

  it('show months without gaps, across the end of a year, with a forecast', () => {
    const paid = entry('expense', 'venue', euros('500'), { on: day('2026-10-02') });
    const order = entry('commitment', 'band', euros('300'), { on: day('2027-01-15') });
    const plan = planned('Food', '600', '2026-12');
    const found = block('months', plan, paid, order);
    const months = found.kind === 'months' ? found.months : [];
    expect(months.map(({ month, forecast }) => [month, forecast])).toEqual([
      ['2026-10', false],
      ['2026-11', false],
      ['2026-12', true],
      ['2027-01', true],
    ]);
    expect(months.map(({ cumulative }) => cumulative.value)).toEqual(
      ['500', '500', '500', '800'].map((each) => euros(each)),
    );
    expect(months.map(({ planned: until }) => until?.value)).toEqual(
      ['0', '0', '600', '600'].map((each) => euros(each)),
    );
    expect(months[3]?.value.entries).toEqual([order.id]);
  });

  it('list every statement, and apart those that are disputed or held', () => {
    const held = entry('expense', 'tape', euros('50'), { state: 'held', held: 'unclear' });
    const paid = entry('expense', 'glue', euros('5'));
    expect(block('ledger', held, paid)).toMatchObject({
      rows: [{ entryId: held.id }, { entryId: paid.id }],
    });
    expect(block('open', held, paid)).toMatchObject({
      rows: [{ entryId: held.id, group: 'Held' }],
    });
  });

  it('show a share of the budget in money, without adding it', () => {
    const share = entry('share', 'food', { kind: 'percent', percent: '12.5' });
    expect(block('relations', budget, share)).toMatchObject({
      rows: [{ cells: { amount: { value: euros('1250'), entries: [share.id, budget.id] } } }],
    });
    expect(figure('Spent', budget, share)?.value).toEqual(euros('0'));
  });

  it('take a time that grows with the number of entries', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      entry('expense', `thing ${index % 50}`, euros('5'), { category: `c${index % 9}` }),
    );
    const all = [...many, ...many.map((each) => ({ ...each, id: `${each.id}b`, type: 'invoice' }))];
    const half = all.filter((_, index) => index % 2 === 0);
    expectLinearTime(
      () => report(...half),
      () => report(...all),
    );
  });
});
