import { expectLinearTime } from '../../../../../test/support/linear-time.ts';
import { paragraphsOf } from './wrapped-lines.ts';

const joined = (text: string) =>
  paragraphsOf(text.split('\n').map((line) => ({ text: line, width: line.length }))).map((lines) =>
    lines.map((line) => line.text).join(' '),
  );

it('joins the lines of broken prose', () => {
  const text =
    'The hall costs twelve thousand euros for the evening, and the\ndeposit has to be paid before the third of November. The rest\nis due later.';
  expect(joined(text)).toEqual([text.replaceAll('\n', ' ')]);
});

it('keeps short lines apart', () => {
  expect(joined('Rent 3000\nFood 1800\nTotal 4800')).toEqual([
    'Rent 3000',
    'Food 1800',
    'Total 4800',
  ]);
});

it.each(['- ', '* ', '• ', '1. ', 'a) ', '[x] '])('starts a new one at the mark %j', (mark) => {
  const item = `${mark}an entry of a list that is just as wide as the others are`;
  expect(joined(`${item}\n${item}`)).toEqual([item, item]);
});

it('takes time in proportion to the text', () => {
  const join = (lines: number) => {
    const text = Array(lines).fill('((((((1234567890.'.repeat(4)).join('\n');
    return () => joined(text);
  };
  expectLinearTime(join(10_000), join(20_000));
});
