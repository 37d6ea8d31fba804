import { aFigure } from '../reports/figure.fixture.ts';
import { timelineShapesOf } from './timeline-shapes.ts';

const on = (date: string) => aFigure('Date', { kind: 'date', on: { date, precision: 'day' } });
const item = (date: string, ...moved: readonly string[]) => ({
  label: date,
  on: on(date),
  moved: moved.map(on),
  status: null,
});
const TODAY_MS = Date.parse('2026-11-20T12:00:00Z');

describe('a timeline', () => {
  it('has the dates in their order, the earlier ones of what was moved too', () => {
    const { items, today } = timelineShapesOf(
      [item('2026-12-08', '2026-11-01', '2026-11-15'), item('2026-11-10')],
      TODAY_MS,
    );
    const [moved, past] = items;
    const order = [moved?.ghosts[0], past?.at, moved?.ghosts[1], today, moved?.at];
    expect(order).toEqual(order.toSorted((a, b) => Number(a) - Number(b)));
    expect(Math.min(...order.map(Number))).toBeGreaterThan(0);
    expect(Math.max(...order.map(Number))).toBeLessThan(100);
  });

  it('leaves out what has no date', () => {
    const undated = { ...item('2026-12-01'), on: aFigure('Date', null) };
    expect(timelineShapesOf([undated], TODAY_MS).items[0]?.at).toBeNull();
  });

  it('has marks that do not touch each other', () => {
    const { ticks } = timelineShapesOf([item('2026-10-05'), item('2027-01-30')], TODAY_MS);
    const gaps = ticks.slice(1).map(({ at }, index) => at - (ticks[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(24);
  });

  it('has marks that say when', () => {
    const { ticks } = timelineShapesOf([item('2027-03-01')], TODAY_MS);
    expect(ticks.map(({ label }) => label)).toContain('2027');
  });
});
