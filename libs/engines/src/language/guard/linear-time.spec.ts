import { itTakesLinearTime } from '../../../../../test/support/linear-time.ts';
import { guardCorrection } from './guard.ts';

/** Half as long as a turn may be, and as long. */
const LENGTHS = { characters: 10_000, noticeableMs: 60 };
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
