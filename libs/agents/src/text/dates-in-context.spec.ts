import { findDates } from './dates.ts';

const datesIn = (text: string) => findDates(text, '2026-11-10').map(({ on }) => on.date);

describe('a date', () => {
  it.each([
    ['The fair is on Monday the second of April.', '2027-04-02'],
    ['The fair is on Monday, 2 April.', '2027-04-02'],
    ['Die Messe ist am Freitag, den 3. März.', '2027-03-03'],
    ['La foire est le lundi 5 avril.', '2027-04-05'],
    ['La feria es el lunes, 5 de abril.', '2027-04-05'],
  ])('with its weekday is that day: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it.each([
    ['We ordered the chairs, the bill comes in December.', '2026-12-01'],
    ['We signed it, and the work begins in October.', '2027-10-01'],
    ['We signed it in October.', '2026-10-01'],
  ])('lies where its own part of the sentence speaks of: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it.each([
    ['We hit the alpha on Friday.', '2026-11-06'],
    ['The beta went out on the 3rd, as planned.', '2026-11-03'],
    ['On a lancé la bêta vendredi.', '2026-11-06'],
    ['La première a eu lieu samedi.', '2026-11-07'],
    ['We got it on Friday, the review is now on the 25th.', '2026-11-25'],
  ])('in the past tense has been: %s', (text, date) => {
    expect(datesIn(text)).toContain(date);
  });

  it.each([
    ["I'll bring the keys back on Monday.", '2026-11-16'],
    ['On a repoussé la sortie au 12 mars.', '2027-03-12'],
    ['It is now the 15th.', '2026-11-15'],
  ])('that is promised or moved to lies ahead: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it('follows the one before it when neither has a month', () => {
    const roadmap = 'Freeze on the third, launch on the seventeenth.';
    expect(datesIn(roadmap)).toEqual(['2026-12-03', '2026-12-17']);
  });

  it.each([
    ['We booked the trailer for the second of January.', '2027-01-02'],
    ['We reserved the boat for Saturday.', '2026-11-14'],
    ['The bill should have been paid on the first.', '2026-11-01'],
    ['Die 3.000 Euro kommen im Februar.', '2027-02-01'],
  ])('is that of what was booked or missed: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it.each([
    ['I sent it this morning.', '2026-11-10'],
    ['It will be there by end of day Friday.', '2026-11-13'],
    ['Ich rufe heute an.', '2026-11-10'],
    ['Je l’envoie ce soir.', '2026-11-10'],
  ])('may be a part of a day: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  it('is marked when only its day was said', () => {
    const marks = findDates('It was on 3 March, it is on the 29th.', '2026-11-10');
    expect(marks.map(({ isDayOnly }) => isDayOnly === true)).toEqual([false, true]);
  });
});
