import { milestonesIn } from './report-rows.fixture.ts';

const PLANNED = 'Ana: The opening is on 10 March.';

describe('a milestone', () => {
  it.each([
    ['The opening slipped by two weeks.', '2027-03-24'],
    ['We pushed the opening back by ten days.', '2027-03-20'],
    ['The opening will be three weeks late.', '2027-03-31'],
    ['The opening was brought forward by 3 days.', '2027-03-07'],
  ])('is moved by what was said: %s', (said, date) => {
    expect(milestonesIn(PLANNED, `Tom: ${said}`)).toEqual([
      `opening | ${date} | 2027-03-10 | moved`,
    ]);
  });

  it.each([
    ['Die Eröffnung ist am 10. März.', 'Die Eröffnung verschiebt sich um drei Tage.', '13'],
    ["L'ouverture est prévue le 10 mars.", "L'ouverture est repoussée de trois jours.", '13'],
    ['La apertura es el 10 de marzo.', 'La apertura se retrasa tres días.', '13'],
    ['Die Eröffnung ist am 10. März.', 'Die Eröffnung wurde um drei Tage vorgezogen.', '07'],
  ])('is moved in other languages: %s %s', (planned, moved, day) => {
    const [item] = milestonesIn(`Ana: ${planned}`, `Ana: ${moved}`);
    expect(item).toMatch(new RegExp(`2027-03-${day} \\| 2027-03-10 \\| moved$`, 'u'));
  });

  it('that was postponed has no date until a new one is stated', () => {
    const postponed = 'Tom: The opening was postponed.';
    expect(milestonesIn(PLANNED, postponed)).toEqual(['opening |  | 2027-03-10 | no new date']);
    expect(milestonesIn(PLANNED, postponed, 'Tom: The opening moved to 17 March.')).toEqual([
      'opening | 2027-03-17 | 2027-03-10 | moved',
    ]);
    expect(milestonesIn(PLANNED, 'Tom: The opening moved to 17 March.', postponed)).toEqual([
      'opening | 2027-03-17 | 2027-03-10 | moved',
    ]);
  });

  it('of which only the month is known has no date once it is moved by weeks', () => {
    expect(
      milestonesIn('Ana: The opening is in March.', 'Tom: The opening slipped by two weeks.'),
    ).toEqual(['opening |  | 2027-03-01 | no new date']);
  });

  it.each([
    'The opening is cancelled.',
    'Unfortunately the opening was called off yesterday.',
    'We decided to cancel the opening.',
  ])('that is cancelled is not ahead any more: %s', (said) => {
    expect(milestonesIn(PLANNED, `Tom: ${said}`)).toEqual(['opening | 2027-03-10 | cancelled']);
  });

  it.each([
    'The opening is not cancelled.',
    'I think the opening is cancelled.',
    'If it snows, the opening is cancelled.',
    'Is the opening cancelled?',
    'The opening was cancelled last year.',
    'The opening was delayed by two weeks last year.',
    'The opening was moved to the big hall.',
    'We pushed the piano back by two metres.',
  ])('stays as it is after: %s', (said) => {
    expect(milestonesIn(PLANNED, `Tom: ${said}`)).toEqual(['opening | 2027-03-10 | planned']);
  });

  it.each([
    ['The sound check is on 19 March.', 'sound check | 2027-03-19'],
    ['The dress rehearsal is on 17 March.', 'dress rehearsal | 2027-03-17'],
    ['Die Generalprobe ist am 17. März.', 'Generalprobe | 2027-03-17'],
    ['La répétition est le 17 mars.', 'répétition | 2027-03-17'],
    ['El ensayo es el 17 de marzo.', 'ensayo | 2027-03-17'],
  ])('may be any event that is planned for: %s', (said, item) => {
    expect(milestonesIn(`Ana: ${said}`)).toEqual([`${item} | planned`]);
  });
});
