import { describe, expect, it } from '@jest/globals';
import { reportOf } from './said-report.fixture.ts';

function forecastOf(...said: readonly string[]) {
  return reportOf(...said).figures.find(({ label }) => label === 'Forecast');
}

describe('the forecast of a recurring amount', () => {
  it.each([
    ['Cleaning is 50 euros a week.', '2600'],
    ['Die Reinigung kostet 50 Euro die Woche.', '2600'],
    ['Hosting costs 20 euros a month.', '240'],
    ['Every month we pay 20 euros for hosting.', '240'],
    ['We pay 20 euros for hosting every month.', '240'],
    ['Wir zahlen jede Woche 50 Euro für die Reinigung.', '2600'],
    ['Cada mes pagamos 20 euros por el hosting.', '240'],
    ['Chaque semaine, le ménage coûte 50 euros.', '2600'],
    ['The monthly rent is 900 euros.', '10800'],
    ['Le loyer est de 900 euros par mois.', '10800'],
    ['El alquiler cuesta 900 euros al mes.', '10800'],
    ['The software costs 90 euros a quarter.', '360'],
    ['Insurance is 1,200 euros a year.', '1200'],
  ])('has the payments of a year where nothing ends it: %s', (said, amount) => {
    expect(forecastOf(said)).toMatchObject({ value: { amount } });
  });

  it.each([
    ['Hosting costs 200 euros a month until March.', '800'],
    ['Rent is 900 euros a month from January to April.', '3600'],
    ['Die Miete beträgt 900 Euro im Monat von Januar bis April.', '3600'],
    ['Le loyer est de 900 euros par mois de janvier à avril.', '3600'],
    ['El alquiler es de 900 euros al mes de enero a abril.', '3600'],
    ['The coach costs 100 euros a week for six months.', '2600'],
    ['Rent is 900 euros a month for six months.', '5400'],
    ['Die Miete beträgt 900 Euro im Monat für sechs Monate.', '5400'],
    ['Le loyer est de 900 euros par mois pendant six mois.', '5400'],
    ['El alquiler cuesta 900 euros al mes durante seis meses.', '5400'],
  ])('ends where it was said to end: %s', (said, amount) => {
    expect(forecastOf(said)).toMatchObject({ value: { amount } });
  });

  it('has nothing of what was paid in the past', () => {
    expect(forecastOf('The internet was 30 euros a month last year.')?.value).toMatchObject({
      amount: '0',
    });
  });

  it('has a yearly amount also where it reaches only a few months', () => {
    const band = 'We signed a contract with the band for 500 euros on 3 February 2027.';
    expect(forecastOf('Insurance is 1,200 euros a year.', band)).toMatchObject({
      value: { amount: '1700' },
    });
  });

  it('names its months in words, and the statement of the end as a source', () => {
    const { figures, entries, blocks } = reportOf('Hosting costs 200 euros a month until March.');
    const forecast = figures.find(({ label }) => label === 'Forecast');
    expect(forecast?.how).toBe(
      'Spent + committed + 800 EUR of recurring payments, from December 2026 to March 2027.',
    );
    expect(forecast?.entries).toEqual(entries.map(({ id }) => id));
    const ledger = blocks.find(({ key }) => key === 'ledger');
    const status = ledger?.kind === 'table' ? ledger.rows[0]?.cells['status']?.value : null;
    expect(status).toEqual({ kind: 'text', text: 'until March 2027' });
  });

  it('says that the number of hours is not known', () => {
    expect(forecastOf('The trainer gets 25 euros an hour.')).toMatchObject({
      ...{ value: { amount: '0' }, note: '1 by the hour or day is not in it' },
    });
  });
});
