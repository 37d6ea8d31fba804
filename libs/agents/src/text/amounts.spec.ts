import { describe, expect, it } from '@jest/globals';
import type { FactValue } from '#contracts/model';
import { findAmounts } from './amounts.ts';

/** Such as `3000..5000 USD/month`, `12 %` and `40 user`. */
function shown(value: FactValue): string {
  if (value.kind === 'percent') return `${value.percent} %`;
  if (value.kind === 'quantity') return `${value.quantity} ${value.unit}`.trim();
  const upTo = value.upTo === undefined ? '' : `..${value.upTo}`;
  return `${value.amount}${upTo} ${value.currency}${value.per === undefined ? '' : `/${value.per}`}`;
}

function amountsOf(text: string, currency = 'EUR') {
  return findAmounts(text, currency).map(({ value }) => shown(value));
}

describe('the amounts of a text', () => {
  it.each([
    ['€1.234,56', '1234.56 EUR'],
    ['1,234.56 USD', '1234.56 USD'],
    ['1 234,56 €', '1234.56 EUR'],
    ["CHF 1'200.50", '1200.5 CHF'],
    ['₹1,20,000', '120000 INR'],
    ['1.250 Euro', '1250 EUR'],
    ['1.200,- €', '1200 EUR'],
    ['12.50 €', '12.5 EUR'],
    ['12,5 €', '12.5 EUR'],
    ['$1,234,567', '1234567 USD'],
    ['(£420)', '420 GBP'],
    ['US$ 40', '40 USD'],
    ['A$300', '300 AUD'],
    ['20 Canadian dollars', '20 CAD'],
    ['-€50', '-50 EUR'],
    ['50 cents', '0.5 EUR'],
  ])('are money in digits: %s', (text, expected) => {
    expect(amountsOf(text)).toEqual([expected]);
  });

  it.each([
    ['twelve thousand five hundred euros', '12500 EUR'],
    ['two hundred and fifty dollars', '250 USD'],
    ['twenty-three hundred euros', '2300 EUR'],
    ['half a million dollars', '500000 USD'],
    ['a million and a half dollars', '1500000 USD'],
    ['two point five million euros', '2500000 EUR'],
    ['one lakh twenty thousand rupees', '120000 INR'],
    ['two grand', '2000 EUR'],
    ['1.5k euros', '1500 EUR'],
    ['3 thousand 200 euros', '3200 EUR'],
    ['€5m', '5000000 EUR'],
    ['zwölftausendfünfhundert Euro', '12500 EUR'],
    ['dreiundzwanzig Euro', '23 EUR'],
    ['eineinhalb Millionen Euro', '1500000 EUR'],
    ['1,5 Mio. Euro', '1500000 EUR'],
    ['quatre-vingt-dix-sept euros', '97 EUR'],
    ['soixante et onze euros', '71 EUR'],
    ["un million et demi d'euros", '1500000 EUR'],
    ['quince mil euros', '15000 EUR'],
    ['treinta y cinco euros', '35 EUR'],
    ['mil doscientos cincuenta euros', '1250 EUR'],
    ['medio millón de euros', '500000 EUR'],
  ])('are money in words: %s', (text, expected) => {
    expect(amountsOf(text)).toEqual([expected]);
  });

  it.each([
    ['$3-5k', ['3000..5000 USD']],
    ['between 300 and 400 dollars', ['300..400 USD']],
    ['three to four thousand euros', ['3000..4000 EUR']],
    ['€300-€400', ['300..400 EUR']],
    ['we paid three to four hundred', ['300..400 EUR']],
    ['zwischen 300 und 400 Euro', ['300..400 EUR']],
    ['two hundred euros and three hundred euros', ['200 EUR', '300 EUR']],
    ['10-12 %', ['10 %', '12 %']],
  ])('may be ranges: %s', (text, expected) => {
    expect(amountsOf(text)).toEqual(expected);
  });

  it.each([
    ['200 a month', '200 EUR/month'],
    ['40€/month', '40 EUR/month'],
    ['2,000 EUR p.a.', '2000 EUR/year'],
    ['300 Euro pro Monat', '300 EUR/month'],
    ['25 euros par heure', '25 EUR/hour'],
    ['90 dollars per quarter', '90 USD/quarter'],
    ['1.200 euros al mes', '1200 EUR/month'],
  ])('may have a rate: %s', (text, expected) => {
    expect(amountsOf(text)).toEqual([expected]);
  });

  it.each([
    ['-12 %', '-12 %'],
    ['twelve and a half percent', '12.5 %'],
    ['three point two five percent', '3.25 %'],
    ['0,5 Prozent', '0.5 %'],
    ['vingt pour cent', '20 %'],
    ['40 users', '40 user'],
    ['40 active users', '40 user'],
    ['1.25 seconds', '1.25 second'],
    ['200 ms', '200 millisecond'],
    ['fourteen hundred', '1400'],
    ['2,000', '2000'],
  ])('are shares and quantities: %s', (text, expected) => {
    expect(amountsOf(text)).toEqual([expected]);
  });

  it.each([
    'Call +49 170 5551234 or 555 123 4567.',
    'Version 2.5 and 2.5.1 run in room 302 on the 3rd floor.',
    'In 2026, on 3 November at 10:30, at 10 am.',
    'We live at 1200 Main Street.',
    'IBAN DE89 3704 0044 0532 0130 00, order #4711, page 12, COVID-19, A4.',
    'twenty twenty six',
    'five five five one two three four',
    'a few hundred euros, thousands of euros',
    'one of us',
    'On 2026-11-04 and 4/11/2026.',
    'Am 3. November um 14 Uhr in Raum 12.',
  ])('are not what only names something: %s', (text) => {
    expect(amountsOf(text)).toEqual([]);
  });

  it('say how they are limited', () => {
    const [most] = findAmounts('no more than about 500 euros', 'EUR');
    expect(most).toMatchObject({ bound: 'atMost', approximate: true });
    const [least] = findAmounts('at least 2,000 dollars', 'EUR');
    expect(least).toMatchObject({ bound: 'atLeast', approximate: false });
    expect(findAmounts('a couple of hundred euros', 'EUR')[0]).toMatchObject({ approximate: true });
  });

  it('are where their positions say, currency and rate included', () => {
    const text = 'First. Then we pay CHF 1,200 per month for it.';
    const [amount] = findAmounts(text, 'EUR');
    expect(text.slice(amount?.start, amount?.end)).toBe('CHF 1,200 per month');
  });

  it('take the dollar of a project that has one', () => {
    expect(amountsOf('$300', 'CAD')).toEqual(['300 CAD']);
    expect(amountsOf('$300', 'EUR')).toEqual(['300 USD']);
  });

  it('are decimals of any precision', () => {
    expect(amountsOf('0.1 euros and 9,999,999,999.99 euros')).toEqual([
      '0.1 EUR',
      '9999999999.99 EUR',
    ]);
  });
});
