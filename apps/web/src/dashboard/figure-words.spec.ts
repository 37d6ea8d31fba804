import { formatFigure, type FigureValue } from './figure-words.ts';

const money = (amount: string, more: object = {}): FigureValue => ({
  kind: 'money',
  amount,
  currency: 'EUR',
  ...more,
});
const inEnglish = (value: FigureValue, exact = false) =>
  formatFigure(value, { locale: 'en', exact });

describe('a figure in words', () => {
  it.each<[string, FigureValue]>([
    ['€12,000', money('12000.00')],
    ['€12,000.50', money('12000.50')],
    ['-€3', money('-3.00')],
    ['€900–€1,100', money('900', { upTo: '1100' })],
    ['€200 a month', money('200', { per: 'month' })],
    ['12.5%', { kind: 'percent', percent: '12.5' }],
    ['1,340 users', { kind: 'quantity', quantity: '1340', unit: 'user' }],
    ['1 user', { kind: 'quantity', quantity: '1', unit: 'user' }],
    ['37 days', { kind: 'quantity', quantity: '37', unit: 'day' }],
    ['7 companies', { kind: 'quantity', quantity: '7', unit: 'company' }],
    ['120 anmeldungen', { kind: 'quantity', quantity: '120', unit: 'anmeldungen' }],
    ['3 people', { kind: 'quantity', quantity: '3', unit: 'person' }],
    ['7 km', { kind: 'quantity', quantity: '7', unit: 'km' }],
    ['0.000001', { kind: 'quantity', quantity: '0.000001', unit: '' }],
    ['on track', { kind: 'text', text: 'on track' }],
  ])('is %s', (words, value) => {
    expect(inEnglish(value)).toBe(words);
  });

  it('follows the locale of the reader', () => {
    const shown = formatFigure(money('12000.5'), { locale: 'de' });
    expect(shown.replace(/\s/u, ' ')).toBe('12.000,50 €');
  });

  it('keeps every digit of long amounts', () => {
    expect(inEnglish(money('123456789012345678.91'))).toBe('€123,456,789,012,345,678.91');
  });

  it('keeps the decimals of whole amounts in columns', () => {
    expect(inEnglish(money('12000'), true)).toBe('€12,000.00');
  });

  it.each([
    ['1 Dec 2026', 'day'],
    ['Dec 2026', 'month'],
    ['Q4 2026', 'quarter'],
    ['2026', 'year'],
  ] as const)('is %s for a date that is known to the %s', (words, precision) => {
    expect(inEnglish({ kind: 'date', on: { date: '2026-12-01', precision } })).toBe(words);
  });

  it('is a dash without a value', () => {
    expect(formatFigure(null)).toBe('–');
  });
});
