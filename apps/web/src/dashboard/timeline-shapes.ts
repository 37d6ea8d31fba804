import { scaleUtc } from 'd3-scale';
import type { Figure, ReportBlock } from '../api/types.ts';

type Item = Extract<ReportBlock, { kind: 'timeline' }>['items'][number];

/** An item as drawn; all numbers are per cent of the width. */
export interface TimelineShape {
  /** `null` without a date. */
  readonly at: number | null;
  /** Earlier dates, oldest first. */
  readonly ghosts: readonly number[];
}

/** A timeline as drawn; all numbers are per cent of the width. */
export interface TimelineShapes {
  readonly items: readonly TimelineShape[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly today: number;
}

/** Keeps the points inside the drawing. */
const EDGES = [4, 96] as const;
const TICKS = 4;
/** On a phone, in per cent of the width. */
const LABEL_WIDTH = 24;

/**
 * Lays out dates from the earliest to the latest; today is always among them.
 *
 * @param items - The items.
 * @param todayMs - Now, in milliseconds since 1970.
 */
export function timelineShapesOf(items: readonly Item[], todayMs: number): TimelineShapes {
  const all = items.flatMap(({ on, moved }) => [on, ...moved]).map(momentOf);
  const known = [todayMs, ...all.filter((ms) => ms !== null)];
  const scale = scaleUtc([Math.min(...known), Math.max(...known)], EDGES);
  const place = (ms: number | null) => (ms === null ? null : scale(ms));
  const format = scale.tickFormat(TICKS);
  return {
    items: items.map(({ on, moved }) => ({
      at: place(momentOf(on)),
      ghosts: moved.flatMap((figure) => place(momentOf(figure)) ?? []),
    })),
    ticks: apart(scale.ticks(TICKS).map((date) => ({ at: scale(date), label: format(date) }))),
    today: scale(todayMs),
  };
}

/** Leaves out marks whose labels would touch that of the one before. */
function apart(ticks: TimelineShapes['ticks']): TimelineShapes['ticks'] {
  const kept: TimelineShapes['ticks'][number][] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || tick.at - last.at >= LABEL_WIDTH) kept.push(tick);
  }
  return kept;
}

function momentOf({ value }: Figure): number | null {
  return value?.kind === 'date' ? Date.parse(`${value.on.date}T00:00:00Z`) : null;
}
