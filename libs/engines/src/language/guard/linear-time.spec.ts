import { itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import { guardCorrection } from './guard.ts';

/** A quarter of the length that a turn may have, and half of it: a square shows there as well. */
const LENGTHS = { characters: 5_000, noticeableMs: 15 };
const GLOSSARY = ['Afterword', 'Temporal', 'Kaito Tanaka'];

const judged = (raw: string, corrected: string) =>
  guardCorrection({ raw, corrected, glossary: GLOSSARY, style: 'clean' });

describe('the guard of a correction', () => {
  describe('that changes little', () => {
    itTakesLinearTime((text) => judged(text, `Well ${text.slice(0, -3)}`), LENGTHS);
  });

  describe('that has another text', () => {
    itTakesLinearTime((text) => judged(text, Array.from(text).reverse().join('')), LENGTHS);
  });

  describe('that takes out every second word', () => {
    itTakesLinearTime((text) => judged(text, everySecondWord(text)), LENGTHS);
  });
});

function everySecondWord(text: string): string {
  const words = text.split(' ');
  return words.filter((_, at) => at % 2 === 0).join(' ');
}
