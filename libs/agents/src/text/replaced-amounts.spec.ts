import { withoutReplacedAmounts } from './amounts/replaced.ts';
import { findAmounts } from './amounts.ts';

const repaired = (text: string) => withoutReplacedAmounts(text, findAmounts(text, 'EUR'));
const amountsIn = (text: string) =>
  repaired(text).holding.map(({ value }) =>
    value.kind === 'money' ? value.amount : value.kind === 'quantity' ? value.quantity : '',
  );

describe('an amount that is taken back at once', () => {
  it.each([
    ['The lamp was 240, no wait, 260 euros.', '260'],
    ['The lamp was ninety euros, sorry, nineteen euros.', '19'],
    ['The lamp was 240. Sorry, I meant 260.', '260'],
    ['Die Lampe hat 400 nicht, sondern 450 Euro gekostet.', '450'],
    ['Nicht 400, sondern 450 Euro hat die Lampe gekostet.', '450'],
    ["C'était 80 euros, pardon, 18 euros.", '18'],
    ['Son 300 euros, digo, 200 euros.', '200'],
    ['The lamp was not 400 but 450 euros.', '450'],
    ['We paid 1,250, not 950, for the lamp.', '1250'],
    ['I said the lamp was 35. It was 53.', '53'],
  ])('is left out: %s', (text, amount) => {
    expect(amountsIn(text)).toEqual([amount]);
    expect(repaired(text).corrections.size).toBe(1);
  });

  it.each([
    ['We paid 240 for the lamp and 260 for the cable.', ['240', '260']],
    ['We paid 240 for the lamp. It is sorry work, 260 would be fair.', ['240', '260']],
    ['Sorry, we paid 240 euros and 30 euros.', ['240', '30']],
  ])('is no other one: %s', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts);
  });

  it('leaves a text of the same length, so that places in it stay right', () => {
    const text = 'The lamp was 240, no wait, 260 euros.';
    const plain = repaired(text).text;
    expect(plain).toHaveLength(text.length);
    expect(plain.indexOf('260')).toBe(text.indexOf('260'));
    expect(plain).not.toContain('240');
  });
});
