import { numberStyle } from './number-format.rule.ts';

it.each([
  ['#,##0.00 "€"', '€'],
  ['#,##0.00\\ [$€-407]', '€'],
  ['[$$-409]#,##0', '$'],
  ['[$USD] #,##0.00', 'USD'],
  ['_("$"* #,##0.00_);_("$"* \\(#,##0.00\\)', '$'],
  ['[Red]-£#,##0', '£'],
  ['#,##0.00\\ "CHF"', 'CHF'],
  ['#,##0 [$kr.-406]', 'kr.'],
])('%s shows money in %s', (code, sign) => {
  expect(numberStyle(170, code)).toEqual({ kind: 'currency', sign });
});

it.each(['0%', '0.00%', '[Red]0.0%;-0.0%'])('%s shows a percentage', (code) => {
  expect(numberStyle(170, code)).toEqual({ kind: 'percent' });
});

it.each(['#,##0.00', '[$-409]#,##0', '0 "MAX"', '0 "% done"', '[>9]0;[Red]0', 'General', ''])(
  '%j changes only how a number looks',
  (code) => {
    expect(numberStyle(170, code)).toBeNull();
  },
);

it('knows the built-in percentages; what built-in money is depends on the country', () => {
  expect([9, 10, 0, 4, 44].map((id) => numberStyle(id, null)?.kind ?? null)).toEqual([
    'percent',
    'percent',
    null,
    null,
    null,
  ]);
});
