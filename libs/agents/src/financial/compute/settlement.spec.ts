import { describe, expect, it } from '@jest/globals';
import type { MoneyValue, ReportEntry } from '#contracts/model';
import { EMPTY_PLAN } from '#contracts/model';
import { computeFinancial } from './compute.ts';

const TODAY = '2026-11-20';

function euros(amount: string, more: Partial<MoneyValue> = {}): MoneyValue {
  return { kind: 'money', amount, currency: 'EUR', ...more };
}

let nextId = 0;

/** An entry that was said after those before it. */
function entry(
  type: string,
  label: string,
  value: ReportEntry['value'],
  more: Partial<ReportEntry> = {},
): ReportEntry {
  nextId += 1;
  const id = `fact_${nextId}`;
  return {
    ...{ id, factIds: [id], type, label, value, on: null, who: null, status: null, category: null },
    ...{ state: 'counted', held: null, supersededBy: null, disputes: [], decided: null },
    ...{ saidOn: '2026-11-10', saidAt: `2026-11-10T10:00:00.${String(nextId).padStart(3, '0')}Z` },
    ...more,
  };
}

function report(...entries: readonly ReportEntry[]) {
  return computeFinancial({ entries, plan: EMPTY_PLAN, currency: 'EUR', today: TODAY, talk: [] });
}

/** The amounts of the figures. */
function sums(...entries: readonly ReportEntry[]) {
  return Object.fromEntries(
    report(...entries).figures.map(({ label, value }) => [
      label,
      value?.kind === 'money' ? value.amount : null,
    ]),
  );
}

const closing = (label: string, status: string, more: Partial<ReportEntry> = {}) =>
  entry('closing', label, null, { status, ...more });

describe('an order or a bill that is closed later', () => {
  it('is not to be paid any more when it is cancelled', () => {
    const choir = entry('commitment', 'choir', euros('1100'));
    expect(sums(choir, closing('choir', 'cancelled'))).toMatchObject({
      Committed: '0',
      Spent: '0',
    });
  });

  it('is spent when it is paid, with both statements as sources', () => {
    const bill = entry('invoice', "plumber's invoice", euros('650'), { status: 'overdue' });
    const paid = closing('plumber', 'paid');
    expect(sums(bill, paid)).toMatchObject({ Committed: '0', Spent: '650' });
    const { figures, blocks } = report(bill, paid);
    expect(figures.find(({ label }) => label === 'Spent')?.entries).toEqual([bill.id, paid.id]);
    const ledger = blocks.find(({ key }) => key === 'ledger');
    const status = ledger?.kind === 'table' ? ledger.rows[0]?.cells['status'] : undefined;
    expect(status).toMatchObject({ value: { text: 'paid' }, entries: [bill.id, paid.id] });
  });

  it('counts once when it was ordered and billed', () => {
    const order = entry('commitment', 'plumber', euros('650'));
    const bill = entry('invoice', 'plumber', euros('680'), { status: 'due' });
    expect(sums(order, bill, closing('plumber', 'paid'))).toMatchObject({
      ...{ Committed: '0', Spent: '680' },
    });
  });

  it.each([
    ['something else is closed', closing('printer', 'paid')],
    ['that is held', closing('choir', 'cancelled', { state: 'held', held: 'possible' })],
  ])('stays open when %s', (_name, other) => {
    const choir = entry('commitment', 'choir', euros('1100'));
    expect(sums(choir, other)).toMatchObject({ Committed: '1100' });
  });

  it('stays open when it was ordered after that', () => {
    const cancelled = closing('choir', 'cancelled');
    expect(sums(cancelled, entry('commitment', 'choir', euros('900')))).toMatchObject({
      Committed: '900',
    });
  });
});

describe('a payment of another amount than was ordered', () => {
  const order = entry('commitment', 'tent', euros('800'));

  it('stands for the order when it is close, and the figure says so', () => {
    const paid = entry('expense', 'tent', euros('850'));
    expect(sums(order, paid)).toMatchObject({ Committed: '0', Spent: '850' });
    const committed = report(order, paid).figures.find(({ label }) => label === 'Committed');
    expect(committed?.note).toBe('1 billed or paid at another amount');
  });

  it.each([
    ['is far from it', entry('expense', 'tent', euros('200'))],
    ['is one of several', entry('expense', 'second tent', euros('700'))],
    ['is for something else', entry('expense', 'lamps', euros('850'))],
  ])('does not when it %s', (_name, paid) => {
    expect(sums(order, paid)).toMatchObject({ Committed: '800' });
  });
});

describe('a deposit', () => {
  const deposit = entry('expense', 'hall', euros('500'), { status: 'deposit' });

  it.each(['invoice', 'commitment'])('is paid already of an order or a bill: %s', (type) => {
    const order = entry(type, 'hall', euros('2000'));
    expect(sums(order, deposit)).toMatchObject({ Spent: '500', Committed: '1500' });
    const { figures } = report(order, deposit);
    const committed = figures.find(({ label }) => label === 'Committed');
    expect(committed?.entries).toEqual([order.id, deposit.id]);
  });

  it('is a part of the price of the same thing, and the figure says so', () => {
    const price = entry('expense', 'hall', euros('2000'), { status: 'price' });
    expect(sums(deposit, price)).toMatchObject({ Spent: '2000' });
    const { figures } = report(deposit, price);
    expect(figures.find(({ label }) => label === 'Spent')?.note).toBe(
      '1 deposit is part of a price',
    );
  });

  it('that is still due is part of its order', () => {
    const due = entry('invoice', 'hall deposit', euros('500'), { status: 'due' });
    expect(sums(entry('commitment', 'hall', euros('2000')), due)).toMatchObject({
      ...{ Spent: '0', Committed: '2000' },
    });
  });

  it.each([
    ['another payment', entry('expense', 'hall', euros('1500')), '2000'],
    ['something else', entry('expense', 'band', euros('2000'), { status: 'price' }), '2500'],
    ['less than itself', entry('expense', 'hall', euros('300'), { status: 'price' }), '800'],
  ])('is no part of %s', (_name, other, spent) => {
    expect(sums(deposit, other)).toMatchObject({ Spent: spent });
  });
});

describe('a recurring amount', () => {
  const october = { date: '2026-10-01', precision: 'month' } as const;
  const rent = entry('commitment', 'rent', euros('400', { per: 'month' }), { on: october });

  it('is spent in each month since the one that was stated', () => {
    expect(sums(rent)).toMatchObject({ Spent: '800', Committed: '0' });
    const spent = report(rent).figures.find(({ label }) => label === 'Spent');
    expect(spent?.entries).toEqual([rent.id]);
  });

  it('is not spent again in a month whose payment was stated', () => {
    const paid = entry('expense', 'rent', euros('400'), {
      on: { date: '2026-11-03', precision: 'day' },
    });
    expect(sums(rent, paid)).toMatchObject({ Spent: '800' });
  });

  it('is not known to be spent when its first month was not stated', () => {
    expect(sums({ ...rent, on: null })).toMatchObject({ Spent: '0' });
  });
});

describe('income', () => {
  it('that was expected is not expected any more once it has come', () => {
    const expected = entry('income', 'sponsor', euros('1500'), { status: 'expected' });
    const received = entry('income', 'sponsor', euros('1500'), { status: 'received' });
    expect(sums(expected, received)).toEqual(
      expect.not.objectContaining({ 'Income expected': '1500' }),
    );
    expect(sums(expected, received)).toMatchObject({ Received: '1500' });
  });
});

describe('income that a person confirms', () => {
  it.each([
    ['rejected', 'not counted: not received'],
    ['lent', 'not counted: a loan, to be paid back'],
  ])('is in no figure when it was %s, and its row says why', (status, words) => {
    const grant = entry('income', 'grant', euros('12000'), { status, decided: 'confirmed' });
    const content = report(grant);
    expect(content.figures.flatMap(({ entries }) => entries)).toEqual([]);
    const ledger = content.blocks.find(({ key }) => key === 'ledger');
    const state = ledger?.kind === 'table' ? ledger.rows[0]?.cells['state']?.value : null;
    expect(state).toEqual({ kind: 'text', text: words });
  });
});
