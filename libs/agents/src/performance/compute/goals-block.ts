import Big from 'big.js';
import type { Figure, TableBlock } from '#contracts/model';
import { dateFigure, figure, labelFigure, textFigure } from './figure.ts';
import type { Goal } from './goals.ts';
import { type GoalState, isLessBetter } from './judge-target.ts';
import { measureOf } from './measure.ts';

const STATE_TEXT: Readonly<Record<GoalState, string>> = {
  reached: 'Reached',
  onTrack: 'On track',
  behind: 'Behind',
  missed: 'Missed',
  unknown: 'No evidence',
};

const TONES: Readonly<Partial<Record<GoalState, 'good' | 'bad'>>> = {
  reached: 'good',
  onTrack: 'good',
  behind: 'bad',
  missed: 'bad',
};

/** Goals with their status and what it follows from. */
export function goalsBlock(goals: readonly Goal[]): TableBlock {
  return {
    kind: 'table',
    key: 'goals',
    title: 'Goals',
    columns: [
      { key: 'what', label: 'Goal' },
      { key: 'target', label: 'Target' },
      { key: 'by', label: 'By' },
      { key: 'latest', label: 'Latest' },
      { key: 'status', label: 'Status' },
    ],
    rows: goals.map((goal) => ({ group: null, entryId: goal.entry.id, cells: cellsOf(goal) })),
    empty: 'No goal was stated yet.',
  };
}

function cellsOf(goal: Goal): Readonly<Record<string, Figure>> {
  const { entry, sources, state, evidence, shownBy, how } = goal;
  const from = [...sources, ...shownBy];
  const tone = TONES[state];
  const cells: Record<string, Figure> = {
    what: { ...labelFigure('Goal', entry), entries: sources.map(({ id }) => id) },
    target: figure('Target', entry.value, [sources, 'As it was stated.']),
    by: byFigure(goal),
    status: textFigure('Status', statusText(goal), [from, how], tone ? { tone } : {}),
  };
  if (evidence) {
    const value = evidence.value ?? (evidence.on && { kind: 'date' as const, on: evidence.on });
    cells['latest'] = figure('Latest', value, [shownBy, 'What was stated last about it.']);
  }
  return cells;
}

/** The day of a goal. What was said and what is planned may differ: then it is marked. */
function byFigure({ entry, sources }: Goal): Figure {
  const dates = new Set(sources.flatMap(({ on }) => on?.date ?? []));
  const by = dateFigure('By', entry.on, [
    sources,
    'The date of the plan, or else in the statement, seen from when it was said.',
  ]);
  return dates.size > 1 ? { ...by, note: `${dates.size} dates were stated` } : by;
}

/** Without a rate, how far a goal is: "34 % of the target". */
function statusText({ entry, state, evidence }: Goal): string {
  if (state !== 'unknown' || !evidence) return STATE_TEXT[state];
  const target = entry.value && measureOf(entry.value).number;
  if (!target || !evidence.value || target.lte(0) || isLessBetter(entry.label)) {
    return 'Too early to tell';
  }
  const share = measureOf(evidence.value).number.div(target).times(100);
  return `${share.round(0, Big.roundDown).toFixed()} % of the target`;
}
