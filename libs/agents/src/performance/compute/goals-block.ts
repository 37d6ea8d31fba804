import type { Figure, TableBlock } from '#contracts/model';
import { dateFigure, figure, labelFigure, textFigure } from './figure.ts';
import type { Goal } from './goals.ts';
import type { GoalState } from './judge-target.ts';

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

function cellsOf({ entry, state, evidence, how }: Goal): Readonly<Record<string, Figure>> {
  const from = evidence ? [entry, evidence] : [entry];
  const tone = TONES[state];
  const cells: Record<string, Figure> = {
    what: labelFigure('Goal', entry),
    target: figure('Target', entry.value, [[entry], 'As it was stated.']),
    by: dateFigure('By', entry.on, [
      [entry],
      'The date in the statement, seen from when it was said.',
    ]),
    status: textFigure('Status', STATE_TEXT[state], [from, how], tone ? { tone } : {}),
  };
  if (evidence) {
    const value = evidence.value ?? (evidence.on && { kind: 'date' as const, on: evidence.on });
    cells['latest'] = figure('Latest', value, [[evidence], 'What was stated last about it.']);
  }
  return cells;
}
