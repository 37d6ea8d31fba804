import { describe, expect, it } from '@jest/globals';
import { milestonesIn, rowsOf } from './report-rows.fixture.ts';

describe('what somebody corrects', () => {
  it.each([
    ['in the same breath', 'Ana: I will fix the wifi by Monday. Sorry, I meant Tuesday.'],
    ['in their next turn', 'Ana: I will fix the wifi by Monday.\nAna: Sorry, I meant Tuesday.'],
  ])('is the day of their promise, %s', (_, said) => {
    expect(rowsOf('commitments', ['what', 'by'], said)).toEqual([
      'Ana | fix the wifi | 2026-11-17',
    ]);
  });

  it('is not the day of what another person promised', () => {
    const said = 'Ana: I will fix the wifi by Monday.\nTom: Sorry, Tuesday.';
    expect(rowsOf('commitments', ['by'], said)).toEqual(['Ana | 2026-11-16']);
  });

  it.each([
    ['in the same breath', 'Ana: We are at 185 tickets now. No wait, 158 tickets.'],
    ['in their next turn', 'Ana: We are at 185 tickets now.\nAna: No wait, 158 tickets.'],
  ])('is a number, %s', (_, said) => {
    expect(rowsOf('metrics', ['latest'], said)).toEqual([expect.stringContaining('158')]);
  });

  it('is the date of a milestone', () => {
    const said = 'Ana: The launch moved from 1 March to 15 March, no, 16 March.';
    expect(milestonesIn(said)).toEqual(['launch | 2027-03-16 | 2027-03-01 | moved']);
  });
});

describe('what is not done yet', () => {
  it.each([
    'Ana: I did not send the lease yet.',
    'Ana: I have not sent the lease yet.',
    'Ana: Den Mietvertrag habe ich noch nicht geschickt.',
  ])('is not broken before its day: %s', (later) => {
    const promise = 'Ana: I will send the lease by 30 November.';
    expect(rowsOf('commitments', ['status'], promise, later)).toEqual(['Ana | Open']);
  });
});

it('takes no amount with a day for a milestone', () => {
  const said = 'Ana: The budget for the festival is 45,000 euros, the board approved it on Monday.';
  expect(milestonesIn(said)).toEqual([]);
});
