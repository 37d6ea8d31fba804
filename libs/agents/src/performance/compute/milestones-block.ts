import type { Figure, TimelineBlock } from '#contracts/model';
import { dateFigure } from './figure.ts';
import type { Milestone } from './milestones.ts';

/** The timeline of milestones, with the dates that they had before. */
export function milestonesBlock(milestones: readonly Milestone[]): TimelineBlock {
  return {
    kind: 'timeline',
    key: 'milestones',
    title: 'Milestones',
    items: milestones.map((milestone) => ({
      label: milestone.label,
      on: onFigure(milestone),
      moved: milestone.moved.map((earlier) =>
        dateFigure(earlier.label, earlier.on, [[earlier], 'A date that was stated before.']),
      ),
      status: milestone.status,
    })),
  };
}

function onFigure({ label, on, entry, from, unconfirmed }: Milestone): Figure {
  const stated = from.length > 0 ? from : [entry];
  const how =
    stated.length > 1
      ? 'The date that was stated, moved by what was said later.'
      : 'The latest date that was stated for it.';
  const date = dateFigure(label, on, [[...stated, ...unconfirmed], how]);
  return unconfirmed.length > 0 ? { ...date, note: 'another date to confirm' } : date;
}
