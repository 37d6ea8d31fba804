import { rowsOf } from './report-rows.fixture.ts';

const metricsAfter = (...said: readonly string[]) =>
  rowsOf('metrics', ['latest', 'change', 'trend'], ...said.map((words) => `Ana: ${words}`)).map(
    (row) => row.slice(' | '.length),
  );

describe('a number that was gained or lost', () => {
  it.each([
    ['We have 1,200 subscribers.', 'We lost 200 subscribers.', '1000 | -200 | 1200 → 1000'],
    ['We have sold 100 tickets.', 'We sold another 50 tickets.', '150 | +50 | 100 → 150'],
    ['We have sold 100 tickets.', 'We sold 50 more tickets.', '150 | +50 | 100 → 150'],
    ['We have 80 members.', 'We gained 12 members.', '92 | +12 | 80 → 92'],
    ['Wir haben bisher 120 Anmeldungen.', 'Wir haben 20 Anmeldungen verloren.', '100 | -20'],
    ['Nous avons 120 abonnés.', 'Nous avons perdu 20 abonnés.', '100 | -20 | 120 → 100'],
    ['Tenemos 120 socios.', 'Hemos perdido 20 socios.', '100 | -20 | 120 → 100'],
  ])('changes the total before it: %s %s', (total, change, expected) => {
    const [row, ...others] = metricsAfter(total, change);
    expect(row).toContain(expected);
    expect(others).toEqual([]);
  });

  it('ends with the next total', () => {
    expect(
      metricsAfter('We have 300 signups.', 'We lost 20 signups.', 'We have 310 signups.'),
    ).toEqual(['310 | +30 | 300 → 280 → 310']);
  });

  it('is in a total that was stated after it', () => {
    expect(metricsAfter('We have 300 signups.', 'We lost 20 signups last month.')).toEqual([
      '300 |  | ',
    ]);
  });

  it('makes no total by itself', () => {
    expect(metricsAfter('We sold another 50 tickets.')).toEqual([' | +50 | ']);
    expect(metricsAfter('We lost 200 subscribers.')).toEqual([' | -200 | ']);
  });

  it('changes nothing while it is only possible', () => {
    const total = 'We have sold 100 tickets.';
    expect(metricsAfter(total, 'We have another 50 tickets to sell.')).toEqual(['100 |  | ']);
    expect(metricsAfter(total, 'I think we lost 20 tickets.')).toEqual(['100 |  | ']);
  });
});
