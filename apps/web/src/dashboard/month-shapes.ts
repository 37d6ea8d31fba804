import { scaleBand, scaleLinear } from 'd3-scale';
import type { ReportBlock } from '../api/types.ts';
import { sizeOf } from './quantities.ts';

type Month = Extract<ReportBlock, { kind: 'months' }>['months'][number];

/** Size of the drawing, in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
}

/** A month as drawn, in CSS pixels. */
export interface MonthShape {
  /** Middle of the column. */
  readonly x: number;
  /** Left edge and width of the space of the month. */
  readonly left: number;
  readonly space: number;
  readonly column: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly cumulativeY: number;
}

/** A chart of months, in CSS pixels. */
export interface MonthShapes {
  readonly months: readonly MonthShape[];
  /** Paths of the lines; empty when there is none. */
  readonly cumulative: string;
  readonly planned: string;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly zeroY: number;
}

const TOP = 10;
const TICKS = 4;

/** Lays out columns by month, and the lines of what is cumulative and planned, on one scale. */
export function monthShapesOf(months: readonly Month[], size: ChartSize): MonthShapes {
  const band = scaleBand(
    months.map(({ month }) => month),
    [size.left, size.width],
  ).padding(0.35);
  const sizes = months.flatMap((month) => [
    sizeOf(month.value),
    sizeOf(month.cumulative),
    sizeOf(month.planned),
  ]);
  const y = scaleLinear(
    [Math.min(0, ...sizes), Math.max(1, ...sizes)],
    [size.height - size.bottom, TOP],
  ).nice(TICKS);
  const zeroY = y(0);
  const shapes = months.map(({ month, value, cumulative }) => {
    const x = band(month) ?? 0;
    const top = y(sizeOf(value));
    return {
      x: x + band.bandwidth() / 2,
      left: x - (band.step() - band.bandwidth()) / 2,
      space: band.step(),
      column: {
        x,
        y: Math.min(top, zeroY),
        width: band.bandwidth(),
        height: Math.abs(zeroY - top),
      },
      cumulativeY: y(sizeOf(cumulative)),
    };
  });
  return {
    months: shapes,
    cumulative: pathOf(shapes.map(({ x, cumulativeY }) => [x, cumulativeY])),
    planned: pathOf(
      months.flatMap(({ planned }, index) => {
        const shape = shapes[index];
        return planned === null || shape === undefined ? [] : [[shape.x, y(sizeOf(planned))]];
      }),
    ),
    ticks: y.ticks(TICKS).map((value) => ({ y: y(value), value })),
    zeroY,
  };
}

function pathOf(points: readonly (readonly number[])[]): string {
  return points.length < 2 ? '' : `M${points.map((point) => point.join(' ')).join('L')}`;
}
