import { scaleLinear } from 'd3-scale';
import type { ReportBlock } from '../api/types.ts';
import { measureOf, sizeOf } from './quantities.ts';

type Bar = Extract<ReportBlock, { kind: 'bars' }>['bars'][number];

/** A bar as drawn; all numbers are per cent of the width. */
export interface BarShape {
  readonly value: number;
  /** Where the lighter part ends; as far as `value` when there is none. */
  readonly moreEnd: number;
  /** Where the mark of the reference is; `null` when there is none. */
  readonly reference: number | null;
}

/**
 * Lays out bars from zero on. Bars of different measures, such as currencies, get scales of their
 * own. Negative values are drawn as zero.
 */
export function barShapesOf(bars: readonly Bar[]): readonly BarShape[] {
  const ends = new Map<string, number>();
  for (const bar of bars) {
    const measure = measureOf(bar.value);
    ends.set(measure, Math.max(ends.get(measure) ?? 0, endOf(bar)));
  }
  return bars.map((bar) => {
    const end = ends.get(measureOf(bar.value)) ?? 0;
    const scale = scaleLinear([0, end === 0 ? 1 : end], [0, 100]).clamp(true);
    const value = sizeOf(bar.value);
    return {
      value: scale(value),
      moreEnd: scale(value + sizeOf(bar.more)),
      reference: bar.reference === null ? null : scale(sizeOf(bar.reference)),
    };
  });
}

function endOf({ value, more, reference }: Bar): number {
  return Math.max(sizeOf(value) + sizeOf(more), sizeOf(reference));
}
