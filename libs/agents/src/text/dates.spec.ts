import { findDates } from './dates.ts';

/** Dates of a text, each as `2026-12-25` or with the precision, as in `2027-01-01 month`. */
const datesIn = (text: string, saidOn = '2026-11-26') =>
  findDates(text, saidOn).map(({ on }) =>
    on.precision === 'day' ? on.date : `${on.date} ${on.precision}`,
  );

// 26 November 2026 is a Thursday.
describe('dates in a text', () => {
  it.each([
    ['see you tomorrow', '2026-11-27'],
    ['that was yesterday', '2026-11-25'],
    ['the day after tomorrow works', '2026-11-28'],
    ['I will send it by Friday', '2026-11-27'],
    ['next Friday', '2026-12-04'],
    ['last Friday', '2026-11-20'],
    ['we met on Monday', '2026-11-23'],
    ['a week from Friday', '2026-12-04'],
    ['over the weekend', '2026-11-28'],
    ['in two weeks', '2026-12-10'],
    ['within ten days', '2026-12-06'],
    ['3 days ago', '2026-11-23'],
    ['by the end of the month', '2026-11-30'],
    ['by the end of next month', '2026-12-31'],
    ['by year-end', '2026-12-31'],
    ['next month', '2026-12-01 month'],
    ['in three months', '2027-02-01 month'],
    ['last quarter', '2026-07-01 quarter'],
    ['end of Q1', '2027-03-31'],
    ['Q3 2027', '2027-07-01 quarter'],
    ['in the second quarter', '2027-04-01 quarter'],
    ['mid-January', '2027-01-15'],
    ['by the 3rd', '2026-12-03'],
    ['on the twenty-eighth we leave', '2026-11-28'],
    ['the 21st of next month', '2026-12-21'],
    ['Friday the 4th', '2026-12-04'],
    ['2 March, 2027', '2027-03-02'],
    ['the twenty-third of March', '2027-03-23'],
    ['2027-02-28', '2027-02-28'],
    ['on 01.12.2026', '2026-12-01'],
    ['12/24/2026', '2026-12-24'],
    ['24/12/2026', '2026-12-24'],
    ['in 2027 we grow', '2027-01-01 year'],
    ['before Christmas', '2026-12-25'],
  ])('reads "%s"', (text, expected) => {
    expect(datesIn(text)).toEqual([expected]);
  });

  it.each([
    ['Ich schicke es bis Freitag', '2026-11-27'],
    ['Wir liefern am 3. März', '2027-03-03'],
    ['am 3.12. sind wir fertig', '2026-12-03'],
    ['in zwei Wochen ist es fertig', '2026-12-10'],
    ['Ende Januar ist alles da', '2027-01-31'],
    ['das war gestern', '2026-11-25'],
    ['je l’envoie avant vendredi', '2026-11-27'],
    ['le 3 mars 2027', '2027-03-03'],
    ['nous livrons dans deux semaines', '2026-12-10'],
    ['on livre fin mars', '2027-03-31'],
    ['lo mando el viernes', '2026-11-27'],
    ['el 3 de marzo de 2027', '2027-03-03'],
    ['a finales de marzo', '2027-03-31'],
    ['hace dos semanas lo enviamos', '2026-11-12'],
  ])('reads "%s" of another language', (text, expected) => {
    expect(datesIn(text)).toEqual([expected]);
  });

  it('reads both ends of a range and of a move', () => {
    expect(datesIn('the launch moved from 3 March to 17 March')).toEqual([
      '2027-03-03',
      '2027-03-17',
    ]);
    expect(datesIn('from the 3rd to the 17th of March')).toEqual(['2027-03-03', '2027-03-17']);
    expect(datesIn('March 3-5')).toEqual(['2027-03-03', '2027-03-05']);
  });

  it('finds the year that is meant at the end of a year', () => {
    expect(datesIn('we ship in January', '2026-12-20')).toEqual(['2027-01-01 month']);
    expect(datesIn('back in November', '2027-01-10')).toEqual(['2026-11-01 month']);
    expect(datesIn('we paid it in December', '2027-01-10')).toEqual(['2026-12-01 month']);
    expect(datesIn('by 5 January', '2026-12-20')).toEqual(['2027-01-05']);
    expect(datesIn('on 28 December', '2027-01-03')).toEqual(['2026-12-28']);
    expect(datesIn('the opening is on the 12th of June', '2026-11-10')).toEqual(['2027-06-12']);
    expect(datesIn('she promised it by mid-January', '2026-12-18')).toEqual(['2027-01-15']);
    expect(datesIn('they moved it to the 25th', '2026-11-10')).toEqual(['2026-11-25']);
  });

  it.each([
    'version 3.11 is out',
    'release 10.5.2',
    'call 020 7946 0958 at 5pm',
    'call 555-12-2026',
    'the server is 192.168.10.12',
    'at 10:30',
    '3/4 of the users',
    '24/7 support',
    'we may go',
    'you may use 3 of them',
    'the 3 may wait',
    'march on',
    'they have to march now',
    'April will call him',
    'every Friday',
    'on the 3rd attempt',
    '2027 users',
    'it takes two weeks',
    'I sat in the sun',
    'on 30 February 2027',
    'a second chance',
    'Guten Morgen zusammen und danke',
  ])('finds no date in "%s"', (text) => {
    expect(datesIn(text)).toEqual([]);
  });

  it('says where a date is', () => {
    const text = 'Fine. I will send it by next Friday, or in March.';
    const quotes = findDates(text, '2026-11-26').map(({ start, end }) => text.slice(start, end));
    expect(quotes).toEqual(['next Friday', 'March']);
  });

  it('finds a date wherever it is in a long text without marks', () => {
    for (let length = 200; length < 320; length += 1) {
      const text = `${'so '.repeat(length / 3)}${'x'.repeat(length % 3)} by next Friday ${'ok '.repeat(90)}`;
      expect(datesIn(text)).toEqual(['2026-12-04']);
    }
  });
});
