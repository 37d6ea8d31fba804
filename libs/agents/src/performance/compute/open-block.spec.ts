import { dashboardOf, day, entry, quantity } from './entry.fixture.ts';

describe('what is disputed or held', () => {
  const plan = entry('planned_milestone', 'Launch', {
    ...{ on: day('2027-03-26'), saidOn: null, saidAt: null },
  });
  const unclear = entry('milestone', 'launch', {
    ...{ on: day('2027-04-02'), status: 'planned', state: 'held', held: 'unclear' },
  });

  it('can be seen and opened, also when another date counts', () => {
    const dashboard = dashboardOf([plan, unclear]);
    expect(dashboard.column('open', 'what')).toEqual(['launch']);
    expect(dashboard.column('open', 'type')).toEqual(['Milestone']);
    expect(dashboard.column('open', 'on')).toEqual(['2027-04-02']);
    expect(dashboard.column('open', 'why')).toEqual(['Heard unclearly']);
    const figures = dashboard.figuresOf('open');
    expect(figures.map(({ entries }) => entries)).toEqual(figures.map(() => [unclear.id]));
  });

  it('has both statements of a dispute, before what is held', () => {
    const first = entry('goal', 'signups', { value: quantity('500') });
    const second = entry('goal', 'signups', { value: quantity('600'), disputes: [first.id] });
    const dashboard = dashboardOf([unclear, { ...first, disputes: [second.id] }, second]);
    expect(dashboard.column('open', 'what')).toEqual(['signups', 'signups', 'launch']);
    expect(dashboard.column('open', 'value')).toEqual(['500', '600', undefined]);
    expect(dashboard.column('open', 'why')[0]).toBe('Another statement differs');
  });

  it('is nothing when every statement counts', () => {
    expect(dashboardOf([plan, { ...unclear, state: 'counted' }]).column('open', 'what')).toEqual(
      [],
    );
  });
});
