import Big from 'big.js';
import type { Figure, ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import type { Blocker } from './blockers.ts';
import type { Commitment } from './commitments.ts';
import { figure, quantityFigure } from './figure.ts';
import type { Goal } from './goals.ts';
import type { Milestone } from './milestones.ts';

/** What the header is computed from. */
export interface Judged {
  readonly goals: readonly Goal[];
  readonly commitments: readonly Commitment[];
  readonly blockers: readonly Blocker[];
  readonly milestones: readonly Milestone[];
  readonly today: string;
}

/** The figures of the header. What is held does not count. */
export function headerFigures(judged: Judged): readonly Figure[] {
  return [
    ...goalFigures(judged.goals.filter(isCounted)),
    ...commitmentFigures(judged.commitments.filter(isCounted)),
    ...blockerFigures(judged.blockers.filter(isCounted)),
    nextMilestone(judged),
  ];
}

function isCounted({ entry }: { readonly entry: ReportEntry }): boolean {
  return entry.state === 'counted';
}

function goalFigures(goals: readonly Goal[]): readonly Figure[] {
  const onTrack = goals.filter(({ state }) => state === 'onTrack' || state === 'reached');
  const atRisk = goals.filter(({ state }) => state === 'behind' || state === 'missed');
  const from = (some: readonly Goal[]) =>
    some.flatMap(({ sources, shownBy }) => [...sources, ...shownBy]);
  return [
    quantityFigure(
      'Goals on track',
      onTrack.length,
      'goal',
      [from(onTrack), 'Goals that are reached, or will be by their day at the present rate.'],
      goals.length > 0 ? { note: `of ${goals.length}` } : {},
    ),
    quantityFigure(
      'Goals at risk',
      atRisk.length,
      'goal',
      [from(atRisk), 'Goals that are behind or whose day is over.'],
      atRisk.length > 0 ? { tone: 'bad' } : {},
    ),
  ];
}

function commitmentFigures(commitments: readonly Commitment[]): readonly Figure[] {
  const of = (...states: readonly Commitment['state'][]) =>
    commitments.filter(({ state }) => states.includes(state));
  const overdue = of('overdue');
  const open = of('open', 'overdue');
  return [
    quantityFigure('Open commitments', open.length, 'commitment', [
      entriesOf(open),
      'Promises of which no later statement says what became of them.',
    ]),
    quantityFigure(
      'Overdue',
      overdue.length,
      'commitment',
      [entriesOf(overdue), 'Open promises whose day is over.'],
      overdue.length > 0 ? { tone: 'bad' } : {},
    ),
    keptShare(of('kept'), of('broken', 'overdue')),
  ];
}

function keptShare(kept: readonly Commitment[], failed: readonly Commitment[]): Figure {
  const all = kept.length + failed.length;
  const percent = all === 0 ? null : new Big(kept.length).times(100).div(all).round(0).toFixed();
  return figure(
    'Kept',
    percent === null ? null : { kind: 'percent', percent },
    [entriesOf([...kept, ...failed]), 'Kept promises in all that are kept, broken or overdue.'],
    all === 0 ? {} : { note: `${kept.length} of ${all}` },
  );
}

function entriesOf(commitments: readonly Commitment[]): readonly ReportEntry[] {
  return commitments.flatMap(({ entry, closedBy }) => (closedBy ? [entry, closedBy] : [entry]));
}

function blockerFigures(blockers: readonly Blocker[]): readonly Figure[] {
  const open = blockers.filter(({ resolvedBy }) => resolvedBy === null);
  const [first, ...rest] = open;
  const oldest = rest.reduce(
    (old, each) => (old && (each.ageDays ?? 0) > (old.ageDays ?? 0) ? each : old),
    first,
  );
  return [
    quantityFigure(
      'Open blockers',
      open.length,
      'blocker',
      [
        open.map(({ entry }) => entry),
        'Blockers of which no later statement says that they are gone.',
      ],
      open.length > 0 ? { tone: 'bad' } : {},
    ),
    figure(
      'Oldest blocker',
      oldest ? { kind: 'quantity', quantity: String(oldest.ageDays ?? 0), unit: 'day' } : null,
      [oldest ? [oldest.entry] : [], 'Days since it was first said.'],
      oldest ? { note: oldest.entry.label } : {},
    ),
  ];
}

const IS_OVER: ReadonlySet<Milestone['status']> = new Set(['reached', 'cancelled']);

/** The first milestone ahead that is neither reached nor cancelled. */
function nextMilestone({ milestones, today }: Judged): Figure {
  const next = milestones.find(
    ({ entry, on, status }) =>
      entry.state === 'counted' && !IS_OVER.has(status) && on && lastDay(on) >= dayNumber(today),
  );
  return figure(
    'Next milestone',
    next?.on ? { kind: 'date', on: next.on } : null,
    [next ? next.from : [], 'The first date ahead of a milestone that is not reached.'],
    next ? { note: next.label } : {},
  );
}
