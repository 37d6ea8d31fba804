import { dashboardOf, day, entry, percent, quantity } from './entry.fixture.ts';

const said = (saidOn: string) => ({ saidOn });

describe('goals', () => {
  const goal = entry('goal', 'signups', { value: quantity('500'), on: day('2026-12-31') });
  const signups = (number: string, saidOn: string) =>
    entry('metric', 'signups', { value: quantity(number, 'signup'), saidOn });
  const stateOf = (...entries: Parameters<typeof dashboardOf>[0]) =>
    dashboardOf(entries).column('goals', 'status')[0];

  it('are on track when their metric will be there in time at its rate', () => {
    expect(stateOf(goal, signups('100', '2026-11-03'), signups('300', '2026-11-17'))).toBe(
      'On track',
    );
    expect(stateOf(goal, signups('100', '2026-11-03'), signups('110', '2026-11-17'))).toBe(
      'Behind',
    );
  });

  it('are reached when the latest value meets the target, and missed when their day is over', () => {
    expect(stateOf(goal, signups('510', '2026-11-17'))).toBe('Reached');
    const over = { ...goal, on: day('2026-11-20') };
    expect(stateOf(over, signups('300', '2026-11-17'))).toBe('Missed');
    expect(stateOf({ ...goal, on: day('2026-11-24') }, signups('300', '2026-11-17'))).not.toBe(
      'Missed',
    );
  });

  it('are judged by less where less is better', () => {
    const errors = entry('goal', 'error rate', { value: percent('1'), on: day('2026-12-31') });
    const metric = entry('metric', 'the error rate', { value: percent('0.8') });
    expect(stateOf(errors, metric)).toBe('Reached');
  });

  it('are not judged by other metrics, other units, or what is held', () => {
    expect(stateOf(goal, entry('metric', 'visitors', { value: quantity('900') }))).toBe(
      'No evidence',
    );
    expect(stateOf(goal, entry('metric', 'signups', { value: percent('90') }))).toBe('No evidence');
    const held = { ...signups('510', '2026-11-17'), state: 'held', held: 'unclear' } as const;
    expect(stateOf(goal, held)).toBe('No evidence');
  });

  it('whose planned and stated days differ say so', () => {
    const planned = entry('planned_goal', 'signups', { value: quantity('500'), saidOn: null });
    const notes = (on: string) =>
      dashboardOf([{ ...planned, on: day(on) }, goal]).notes('goals', 'by');
    expect(notes('2026-12-20')).toEqual(['2 dates were stated']);
    expect(notes('2026-12-31')).toEqual([undefined]);
  });

  it('without a number are judged by the milestone of their name', () => {
    const shop = entry('goal', 'open the second shop', { on: day('2026-12-25') });
    const opening = entry('milestone', 'second shop', { on: day('2027-01-10'), status: 'planned' });
    expect(stateOf(shop, opening)).toBe('Behind');
    expect(stateOf(shop, { ...opening, status: 'reached' })).toBe('Reached');
  });

  it('of the plan and those that were stated of the same are one', () => {
    const planned = entry('planned_goal', 'Signups', {
      ...{ value: quantity('500', 'signup'), saidOn: null, saidAt: null, on: day('2026-12-20') },
    });
    const dashboard = dashboardOf([planned, goal, signups('100', '2026-11-03')]);
    expect(dashboard.column('goals', 'what')).toEqual(['Signups']);
    expect(dashboard.column('goals', 'by')).toEqual(['2026-12-20']);
    expect(dashboard.header('Goals on track')?.note).toBe('of 1');
    const other = entry('goal', 'signups', { value: quantity('900'), on: day('2027-12-31') });
    expect(dashboardOf([planned, other]).column('goals', 'what')).toHaveLength(2);
  });

  it('without a rate say how far they are', () => {
    const open = entry('planned_goal', 'Tickets sold', { value: quantity('800', 'ticket') });
    const sold = entry('metric', 'tickets', { value: quantity('340', 'ticket') });
    expect(stateOf(open, sold)).toBe('42 % of the target');
    const churn = entry('goal', 'churn', { value: percent('3') });
    expect(stateOf(churn, entry('metric', 'churn', { value: percent('5') }))).toBe(
      'Too early to tell',
    );
  });

  it('that correct another one without a date keep its date', () => {
    const corrected = entry('goal', 'signups', { value: quantity('600') });
    const before = { ...goal, state: 'superseded', supersededBy: corrected.id } as const;
    expect(dashboardOf([before, corrected]).column('goals', 'by')).toEqual(['2026-12-31']);
  });

  it('of the plan are judged like those that were stated', () => {
    const planned = entry('planned_goal', 'Signups', { value: quantity('500'), saidOn: null });
    expect(stateOf(planned, signups('600', '2026-11-17'))).toBe('Reached');
  });
});

describe('commitments', () => {
  const send = entry('commitment', 'send the contract', {
    ...{ who: 'Ana', status: 'open', on: day('2026-11-13') },
  });
  const statesOf = (...entries: Parameters<typeof dashboardOf>[0]) =>
    dashboardOf(entries).column('commitments', 'status');

  it('are closed by what was said later of the same, however it is put', () => {
    for (const label of ['sent the contract', 'contract', 'finished the contract']) {
      const closing = entry('commitment', label, { status: 'kept', ...said('2026-11-12') });
      expect(statesOf(send, closing)).toEqual(['Kept']);
    }
  });

  it('are not closed by other work, other people, or what was said before', () => {
    const sent = entry('commitment', 'sent the contract', {
      status: 'kept',
      ...said('2026-11-12'),
    });
    const others = [
      { ...sent, label: 'signed the contract' },
      { ...sent, label: 'sent the invitation' },
      { ...sent, who: 'Tom' },
      { ...sent, saidAt: '2026-10-01T10:00:00Z' },
    ];
    for (const closing of others) expect(statesOf(send, closing)).toEqual(['Overdue']);
  });

  it('are not made by a report of work that nobody promised', () => {
    const called = entry('commitment', 'called the venue', { who: 'Ana', status: 'kept' });
    const dashboard = dashboardOf([called]);
    expect(dashboard.column('commitments', 'what')).toEqual([]);
    expect(dashboard.header('Kept')?.value).toBeNull();
    expect(statesOf({ ...called, decided: 'confirmed' })).toEqual(['Kept']);
  });

  it('that another person takes over are not those of the first one any more', () => {
    const taking = { who: 'Tom', status: 'taken over', ...said('2026-11-12') };
    const dashboard = dashboardOf([send, entry('commitment', 'do the contract', taking)]);
    expect(dashboard.column('commitments', 'status')).toEqual(['Open', 'Taken over']);
    expect(dashboard.header('Overdue')?.value).toMatchObject({ quantity: '0' });
  });

  it('that are broken and promised again in one turn are open with the new date', () => {
    const turn = { who: 'Ana', saidOn: '2026-11-12', saidAt: '2026-11-12T10:00:00Z' };
    const broken = entry('commitment', 'send the contract', { ...turn, status: 'broken' });
    const again = { ...broken, id: 'again', status: 'open', on: day('2026-11-27') };
    expect(statesOf(send, broken, again)).toEqual(['Open', 'Broken']);
  });

  it('that are promised again are open once, with the later date', () => {
    const again = { ...entry('commitment', 'send the contract', said('2026-11-20')), who: 'Ana' };
    const dashboard = dashboardOf([send, { ...again, status: 'open', on: day('2026-11-27') }]);
    expect(dashboard.header('Open commitments')?.value).toMatchObject({ quantity: '1' });
    expect(dashboard.header('Overdue')?.value).toMatchObject({ quantity: '0' });
  });

  it('of a month are overdue when the month is over', () => {
    const inMonth = { ...send, on: { date: '2026-11-01', precision: 'month' } } as const;
    expect(statesOf(inMonth)).toEqual(['Open']);
    const before = { ...send, on: { date: '2026-10-01', precision: 'month' } } as const;
    expect(statesOf(before)).toEqual(['Overdue']);
  });

  it('that are held are shown, but not counted', () => {
    const held = { ...send, state: 'held', held: 'possible' } as const;
    const dashboard = dashboardOf([held]);
    expect(dashboard.column('commitments', 'what')).toEqual(['send the contract']);
    expect(dashboard.header('Overdue')?.value).toMatchObject({ quantity: '0' });
    expect(dashboard.header('Kept')?.value).toBeNull();
  });
});

describe('milestones', () => {
  it('show earlier dates once each, and what replaced them', () => {
    const date = (on: string, more = {}) =>
      entry('milestone', 'launch', { on: day(on), status: 'planned', ...more });
    const last = date('2027-04-01', { status: 'moved' });
    const superseded = { state: 'superseded', supersededBy: last.id };
    const { timeline } = dashboardOf([
      entry('planned_milestone', 'Launch', { on: day('2027-03-01'), saidOn: null, saidAt: null }),
      date('2027-03-03', superseded),
      date('2027-03-17', superseded),
      last,
    ]);
    expect(timeline).toHaveLength(1);
    expect(timeline[0]?.status).toBe('moved');
    expect(timeline[0]?.moved.map(({ value }) => value)).toEqual(
      ['2027-03-01', '2027-03-03', '2027-03-17'].map((on) => ({ kind: 'date', on: day(on) })),
    );
  });

  it('of which another date is held say so, and lead to both statements', () => {
    const planned = entry('planned_milestone', 'Launch', { on: day('2027-03-26') });
    const held = { state: 'held', held: 'unclear' } as const;
    const unclear = entry('milestone', 'launch', { on: day('2027-04-02'), ...held });
    expect(dashboardOf([planned, unclear]).timeline[0]?.on).toMatchObject({
      ...{ value: { on: day('2027-03-26') }, note: 'another date to confirm' },
      entries: [planned.id, unclear.id],
    });
    expect(dashboardOf([planned]).timeline[0]?.on.note).toBeUndefined();
  });

  it('that are cancelled are not the next one', () => {
    const beta = entry('milestone', 'beta', { on: day('2026-12-20'), status: 'planned' });
    expect(dashboardOf([beta]).header('Next milestone')?.note).toBe('beta');
    expect(dashboardOf([{ ...beta, status: 'cancelled' }]).header('Next milestone')?.value).toBe(
      null,
    );
  });

  it('whose day is over are overdue unless they were reached', () => {
    const beta = entry('milestone', 'beta', { on: day('2026-11-20'), status: 'planned' });
    expect(dashboardOf([beta]).timeline[0]?.status).toBe('overdue');
    expect(dashboardOf([{ ...beta, status: 'reached' }]).timeline[0]?.status).toBe('reached');
  });
});

describe('blockers', () => {
  const missing = entry('blocker', 'API keys are missing', { status: 'open' });

  it('are resolved on the day on which it was said', () => {
    const arrived = entry('blocker', 'API keys', { status: 'resolved', ...said('2026-11-12') });
    const dashboard = dashboardOf([missing, arrived]);
    expect(dashboard.column('blockers', 'status')).toEqual(['Resolved']);
    expect(dashboard.column('blockers', 'age')).toEqual(['9']);
    expect(dashboard.column('blockers', 'resolved')).toEqual(['2026-11-12']);
  });

  it('are not ended by what was said before them, and are not made by their end', () => {
    const arrived = entry('blocker', 'API keys', { status: 'resolved', ...said('2026-11-01') });
    expect(dashboardOf([missing, arrived]).column('blockers', 'status')).toEqual(['Open']);
    expect(dashboardOf([arrived]).column('blockers', 'what')).toEqual([]);
  });
});

describe('decisions', () => {
  it('that were reversed are left out', () => {
    const skip = entry('decision', 'skip the printed programme');
    const print = entry('decision', 'print the programme', said('2026-11-12'));
    const other = entry('decision', 'skip the second stage');
    expect(dashboardOf([skip, other, print]).column('decisions', 'what')).toEqual([
      ...['print the programme', 'skip the second stage'],
    ]);
    expect(dashboardOf([skip]).column('decisions', 'said')).toEqual(['2026-11-03']);
  });
});

describe('talk', () => {
  it('is shown as shares of words and of questions', () => {
    const talk = [
      { speaker: 'Ana', turns: 3, words: 30, spokenMs: 90_000, sentences: 4, questions: 1 },
      { speaker: 'Tom', turns: 1, words: 10, spokenMs: 0, sentences: 1, questions: 0 },
    ];
    const dashboard = dashboardOf([], { talk });
    expect(dashboard.column('talk', 'share')).toEqual(['75', '25']);
    expect(dashboard.column('talk', 'questions')).toEqual(['25', '0']);
    expect(dashboard.column('talk', 'time')).toEqual(['1.5', undefined]);
    const figures = dashboard.figuresOf('talk');
    expect(figures.every(({ entries, how }) => entries.length === 0 && how === '')).toBe(true);
  });
});
