import { ordinal } from './ordinal.ts';

it.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [21, '21st'],
  [103, '103rd'],
])('%d in line is the %s', (number, words) => {
  expect(ordinal(number)).toBe(words);
});
