import { itTakesLinearTime } from '../../../../test/support/linear-time.ts';
import { narrativesOf } from '../memories/memory.rule.ts';
import { guardCorrection } from './guards.rule.ts';

/** Half as long as a turn may be, and as long. */
const LENGTHS = { characters: 10_000, noticeableMs: 60 };
const GLOSSARY = ['Afterword', 'Temporal', 'Kaito Tanaka'];

const judged = (raw: string, corrected: string) =>
  guardCorrection({ raw, corrected, glossary: GLOSSARY });

describe('the guards of a correction', () => {
  describe('that changes little', () => {
    itTakesLinearTime((text) => judged(text, `Well ${text.slice(0, -3)}`), LENGTHS);
  });

  describe('that has another text', () => {
    itTakesLinearTime((text) => judged(text, Array.from(text).reverse().join('')), LENGTHS);
  });
});

describe('the narratives of memories', () => {
  itTakesLinearTime((text) => narrativesOf([{ speaker: 'Ada', text }]), LENGTHS);
});
