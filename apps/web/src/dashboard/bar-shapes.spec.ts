import { aFigure } from '../reports/figure.fixture.ts';
import { barShapesOf } from './bar-shapes.ts';

const money = (amount: string, currency = 'EUR') =>
  aFigure('Spent', { kind: 'money', amount, currency });
const bar = (label: string, value: string, more: string | null, reference: string | null) => ({
  label,
  value: money(value),
  more: more === null ? null : money(more),
  reference: reference === null ? null : money(reference),
});

describe('bars', () => {
  it('are as long as their values, next to the longest of them or of the references', () => {
    expect(barShapesOf([bar('A', '25', '25', '200'), bar('B', '100', null, null)])).toEqual([
      { value: 12.5, moreEnd: 25, reference: 100 },
      { value: 50, moreEnd: 50, reference: null },
    ]);
  });

  it('of one currency are not compared with those of another', () => {
    const yen = { label: 'C', value: money('90000', 'JPY'), more: null, reference: null };
    const [euros, inYen] = barShapesOf([bar('A', '10', null, null), yen]);
    expect([euros?.value, inYen?.value]).toEqual([100, 100]);
  });

  it('have no length when nothing has a value, or when it is negative', () => {
    expect(barShapesOf([bar('A', '0', null, null)])[0]?.value).toBe(0);
    expect(barShapesOf([bar('A', '-5', null, '10')])[0]?.value).toBe(0);
  });
});
