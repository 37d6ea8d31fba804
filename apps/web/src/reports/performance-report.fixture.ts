import type { Report, ReportBlock } from '../api/types.ts';
import { HEAD, aFigure, anEntry, count, day, text } from './figure.fixture.ts';

const milestones: ReportBlock = {
  kind: 'timeline',
  key: 'milestones',
  title: 'Milestones',
  items: [
    { label: 'Permit is there', on: aFigure('Date', day('2026-10-05')), moved: [], status: 'done' },
    {
      label: 'Ticket sale opens',
      on: aFigure('Date', day('2026-12-08'), { entries: ['fct_8'] }),
      moved: [aFigure('Was', day('2026-11-01')), aFigure('Was', day('2026-11-20'))],
      status: 'late',
    },
    { label: 'Festival', on: aFigure('Date', day('2027-01-30')), moved: [], status: null },
  ],
};

const goals: ReportBlock = {
  kind: 'table',
  key: 'goals',
  title: 'Goals',
  columns: [
    { key: 'goal', label: 'Goal' },
    { key: 'target', label: 'Target' },
    { key: 'now', label: 'Now' },
    { key: 'status', label: 'Status' },
  ],
  rows: [
    {
      group: null,
      entryId: 'plan:goal:0',
      cells: {
        goal: aFigure('Goal', text('Tickets sold')),
        target: aFigure('Target', count('800', 'ticket')),
        now: aFigure('Now', count('340', 'ticket'), { entries: ['fct_7'] }),
        status: aFigure('Status', text('behind'), { tone: 'bad' }),
      },
    },
  ],
  empty: 'No goals yet.',
};

const blockers: ReportBlock = {
  kind: 'table',
  key: 'blockers',
  title: 'Blockers',
  columns: [{ key: 'what', label: 'What' }],
  rows: [],
  empty: 'Nothing is blocked.',
};

/** A report of the performance agent; a test can override any field. */
export function aPerformanceReport(facts: Partial<Report> = {}): Report {
  return {
    ...HEAD,
    id: 'rep_3',
    agent: 'performance',
    content: {
      figures: [
        aFigure('Goals on track', text('1 of 2')),
        aFigure('Promises kept', { kind: 'percent', percent: '75' }, { tone: 'good' }),
        aFigure('Overdue', count('2', 'promise'), { tone: 'bad' }),
        aFigure('Next milestone', day('2026-12-08')),
      ],
      blocks: [goals, milestones, blockers],
      entries: [
        anEntry({ id: 'fct_7', factIds: ['fct_7'], type: 'metric', label: 'Tickets sold' }),
        anEntry({ id: 'fct_8', factIds: ['fct_8'], type: 'milestone', label: 'Ticket sale opens' }),
      ],
    },
    ...facts,
  };
}
