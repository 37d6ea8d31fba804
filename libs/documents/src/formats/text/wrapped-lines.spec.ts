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
  const timeMs = (lines: number) => {
    const text = Array(lines).fill('((((((1234567890.'.repeat(4)).join('\n');
    const startMs = performance.now();
    joined(text);
    return performance.now() - startMs;
  };
  timeMs(1_000);
  expect(timeMs(40_000)).toBeLessThan(20 * timeMs(10_000) + 50);
});
