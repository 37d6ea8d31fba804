import type {
  Figure,
  FigureValue,
  ReportContent,
  TableBlock,
  TimelineBlock,
} from '#contracts/model';
import { factsOf, reportOn } from './meeting.fixture.ts';

const PROJECT_MEETING = `
Ana: Good morning everybody, can you all hear me?
Tom: Loud and clear.
Lena: Yes, hi.
Ana: Great. Let's start with the numbers. We have 320 signups.
Tom: That is more than I thought.
Ana: Our goal is 500 signups by the end of Q1.
Lena: And what about conversion?
Tom: Conversion is at 3.2 percent.
Ana: Okay, not bad. The beta is planned for mid-January, is that still right?
Lena: The beta is planned for mid-January.
Tom: I wish we had more people for it.
Ana: If we had more money, I would hire two more.
Tom: You should ask the board then.
Ana: Maybe. What else is there?
Lena: We are still waiting for the permit from the city.
Ana: Since when?
Lena: Since last week. They said "we will answer by Friday", but who knows.
Tom: There is a risk that the supplier delivers late.
Ana: Noted. Did we choose a supplier for the chairs?
Tom: We decided to go with the second supplier.
Ana: Good. I'll send the contract by Friday.
Tom: And I will call the venue tomorrow.
Ana: Lena, somebody needs to order the chairs at some point.
Lena: I'll order the chairs next week.
Ana: Perfect. And the old contract?
Lena: I sent the cancellation yesterday.
Tom: The launch moved from 3 March to 17 March, by the way.
Ana: Oh. I'm worried that the budget won't last until then.
Tom: I'll pay it from my lottery win, haha.
Ana: Very funny. See you on Tuesday!
`;

const KICK_OFF = `
Ana: We have 320 signups.
Tom: Our goal is 500 signups by the end of January.
Ana: The launch is on 3 March 2027.
Ana: I'll send the contract by Friday.
Tom: I'll call the venue by Friday.
Lena: I will write the press release by 15 December.
Lena: We are blocked by the missing API keys.
`;
const SECOND = `
Ana: Signups are at 360.
Ana: I sent the contract yesterday.
Ana: The launch moved from 3 March to 17 March.
`;
const THIRD = `
Tom: We are at 410 signups now.
Lena: The API keys blocker is resolved.
`;
const SERIES = [
  { date: '2026-11-03', said: KICK_OFF },
  { date: '2026-11-10', said: SECOND },
  { date: '2026-11-24', said: THIRD },
];

function tableOf({ blocks }: ReportContent, key: string): TableBlock {
  const block = blocks.find((each) => each.key === key);
  if (block?.kind !== 'table') throw new Error(`no table ${key}`);
  return block;
}

function timelineOf({ blocks }: ReportContent): TimelineBlock {
  const block = blocks.find((each) => each.kind === 'timeline');
  if (block?.kind !== 'timeline') throw new Error('no timeline');
  return block;
}

function textOf(value: FigureValue | null | undefined): string {
  if (!value) return '';
  if (value.kind === 'text') return value.text;
  if (value.kind === 'date') return value.on.date;
  if (value.kind === 'percent') return `${value.percent} %`;
  return value.kind === 'quantity' ? value.quantity : value.amount;
}

const cell = (row: TableBlock['rows'][number], key: string) => textOf(row.cells[key]?.value);
const header = ({ figures }: ReportContent, label: string): Figure | undefined =>
  figures.find((figure) => figure.label === label);

describe('a project meeting', () => {
  it('is read as the facts that were stated, and nothing else', () => {
    const facts = factsOf([{ date: '2026-11-10', said: PROJECT_MEETING }]);
    const stated = facts
      .filter(({ certainty }) => certainty === 'certain')
      .map(({ type, label, who, on, status }) =>
        [type, label, who, on?.date, status].filter((part) => part).join(' | '),
      );
    expect(stated).toEqual([
      'metric | signups',
      'goal | signups | 2027-03-31',
      'metric | Conversion',
      'milestone | beta | 2027-01-15 | planned',
      'blocker | permit from the city | open',
      'risk | supplier delivers late',
      'decision | go with the second supplier',
      'commitment | send the contract | Ana | 2026-11-13 | open',
      'commitment | call the venue | Tom | 2026-11-11 | open',
      'commitment | order the chairs | Lena | 2026-11-20 | open',
      'commitment | sent the cancellation | Lena | 2026-11-09 | kept',
      'milestone | launch | 2027-03-17 | moved',
      "risk | budget won't last",
    ]);
  });
});

describe('a request', () => {
  it('that is accepted is a commitment with its day, stated once', () => {
    const said = `
      Ana: Tom, can you order the chairs by Monday?
      Tom: Sure, will do.
      Ana: And can you hear me well?
      Tom: Yes.
      Ana: Can somebody call the venue tomorrow?
      Tom: Sorry, I can't.`;
    const { entries } = reportOn('2026-11-12', [{ date: '2026-11-10', said }]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      ...{ type: 'commitment', label: 'order the chairs', who: 'Tom', state: 'counted' },
      on: { date: '2026-11-16', precision: 'day' },
    });
    expect(entries[0]?.factIds).toHaveLength(1);
  });
});

describe('a milestone that is named by its day only', () => {
  const factsIn = (...lines: readonly string[]) =>
    factsOf([{ date: '2026-11-10', said: lines.join('\n') }]).map(({ on, certainty }) => [
      ...[on?.date, certainty],
    ]);

  it('is in the month that was spoken of', () => {
    const said = ['Ana: The audit is on 15 January.', 'Tom: The audit moved to the 29th.'];
    expect(factsIn(...said)).toEqual([
      ...[
        ['2027-01-15', 'certain'],
        ['2027-01-29', 'certain'],
      ],
    ]);
  });

  it('is only possible when it stays where another conversation has put it', () => {
    expect(factsIn('Ana: The audit stays on the 29th.')).toEqual([['2026-11-29', 'possible']]);
  });
});

describe('a series of meetings', () => {
  const report = reportOn('2026-11-24', SERIES);

  it('shows what became of each promise', () => {
    const rows = tableOf(report, 'commitments').rows.map((row) =>
      [row.group, cell(row, 'what'), cell(row, 'status'), row.cells['status']?.note]
        .filter((part) => part)
        .join(' | '),
    );
    expect(rows).toEqual([
      'Tom | call the venue | Overdue | for 18 days',
      'Lena | write the press release | Open',
      'Ana | send the contract | Kept',
    ]);
    expect(header(report, 'Overdue')).toMatchObject({ value: { quantity: '1' }, tone: 'bad' });
    expect(header(report, 'Open commitments')?.value).toMatchObject({ quantity: '2' });
    expect(header(report, 'Kept')).toMatchObject({ value: { percent: '50' }, note: '1 of 2' });
  });

  it('counts a promise as open until its day is over', () => {
    const onTheDay = reportOn('2026-11-06', SERIES.slice(0, 1));
    const dayAfter = reportOn('2026-11-07', SERIES.slice(0, 1));
    expect(header(onTheDay, 'Overdue')?.value).toMatchObject({ quantity: '0' });
    expect(header(dayAfter, 'Overdue')?.value).toMatchObject({ quantity: '2' });
  });

  it('shows a moved milestone with the date that it had before', () => {
    const [launch, ...others] = timelineOf(report).items;
    expect(others).toEqual([]);
    expect(launch).toMatchObject({ label: 'launch', status: 'moved' });
    expect(textOf(launch?.on.value)).toBe('2027-03-17');
    expect(launch?.moved.map(({ value }) => textOf(value))).toEqual(['2027-03-03']);
    expect(header(report, 'Next milestone')).toMatchObject({ note: 'launch' });
  });

  it('shows a metric with its trend, and the goal that it is compared with', () => {
    const [signups, ...others] = tableOf(report, 'metrics').rows;
    expect(others).toEqual([]);
    expect(signups?.cells['trend']?.value).toEqual({ kind: 'text', text: '320 → 360 → 410' });
    expect(signups?.cells['trend']?.entries).toHaveLength(3);
    expect(signups?.cells['change']?.value).toEqual({ kind: 'text', text: '+50' });
    const [goal] = tableOf(report, 'goals').rows;
    // 90 more in 21 days are 291 more in the 68 days that are left.
    expect(goal?.cells['status']).toMatchObject({ value: { text: 'On track' }, tone: 'good' });
    expect(header(report, 'Goals on track')).toMatchObject({ value: { quantity: '1' } });
  });

  it('shows how long a blocker has lasted', () => {
    const [blocker] = tableOf(report, 'blockers').rows;
    expect(blocker && cell(blocker, 'status')).toBe('Resolved');
    expect(header(report, 'Open blockers')?.value).toMatchObject({ quantity: '0' });
    const before = reportOn('2026-11-10', SERIES.slice(0, 2));
    expect(header(before, 'Oldest blocker')?.value).toMatchObject({ quantity: '7', unit: 'day' });
  });

  it('names the entries of every figure', () => {
    const ids = new Set(report.entries.map(({ id }) => id));
    const cells = report.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap((row) => Object.values(row.cells)) : [],
    );
    for (const figure of [...report.figures, ...cells]) {
      expect(figure.how).toMatch(/\.$/);
      expect(figure.entries.every((id) => ids.has(id))).toBe(true);
    }
    expect(cells.every(({ entries }) => entries.length > 0)).toBe(true);
  });
});
