import { aFigure } from '../reports/figure.fixture.ts';
import { monthShapesOf } from './month-shapes.ts';

const money = (amount: string) => aFigure('', { kind: 'money', amount, currency: 'EUR' });
const month = (name: string, value: string, cumulative: string, planned: string | null) => ({
  month: name,
  value: money(value),
  cumulative: money(cumulative),
  planned: planned === null ? null : money(planned),
  forecast: false,
});
const SIZE = { width: 400, height: 200, left: 50, bottom: 20 };

describe('a chart of months', () => {
  const months = [
    month('2026-11', '40', '40', '100'),
    month('2026-12', '60', '100', '100'),
    month('2027-01', '0', '100', null),
  ];
  const shapes = monthShapesOf(months, SIZE);

  it('has a column for each month, from zero to its value', () => {
    expect(shapes.zeroY).toBe(180);
    expect(shapes.months.map(({ column }) => Math.round(column.height))).toEqual([68, 102, 0]);
    expect(shapes.months.every(({ column }) => column.x >= SIZE.left)).toBe(true);
  });

  it('has the columns next to each other, with room for each to be pressed', () => {
    const ends = shapes.months.map(({ left, space }) => left + space);
    expect(shapes.months.slice(1).map(({ left }) => left)).toEqual(ends.slice(0, -1));
  });

  it('draws the plan only where there is one', () => {
    expect(shapes.cumulative.split('L')).toHaveLength(3);
    expect(shapes.planned.split('L')).toHaveLength(2);
    expect(monthShapesOf([month('2026-11', '1', '1', null)], SIZE).planned).toBe('');
  });

  it('draws what came back below zero', () => {
    const refund = monthShapesOf([month('2026-11', '-50', '-50', null)], SIZE);
    const [first] = refund.months;
    expect(first?.column.y).toBe(refund.zeroY);
    expect(first?.column.height).toBeGreaterThan(0);
  });

  it('stays inside when there is nothing', () => {
    const empty = monthShapesOf([month('2026-11', '0', '0', null)], SIZE);
    expect(empty.months[0]?.column.height).toBe(0);
    expect(empty.ticks.every(({ y }) => y >= 0 && y <= 180)).toBe(true);
  });
});
