import { wordsIn, wordSet, type Word } from '../text/words.ts';
import type { Edit, TextRule } from './edits.ts';
import { Repetitions } from './repetitions.ts';

const LOOP_TIMES = 4;
/** Words that speakers do repeat many times in a row. */
const SAID_OFTEN_TIMES = 8;
const SAID_OFTEN = wordSet(
  'no yes yeah yep nope ha haha he hee bye very really so go blah na la da okay ok hey hello hi',
  'please well now knock never ever wait stop come run more much long far many oh ah wow right',
  'sorry thanks good tick tock beep ring cheep quack hip row again',
);
const LONGEST_PHRASE = 30;

/** Removes a phrase that is repeated four or more times in a row: a speech recognition artefact. */
export const loopsRule: TextRule = { find: findLoops };

function findLoops(text: string): readonly Edit[] {
  const words = wordsIn(text);
  const repetitions = new Repetitions(words);
  const edits: Edit[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const loop = loopAt(words, first, repetitions);
    if (loop === null) continue;
    edits.push(cut(words, first, loop));
    first += loop.length * loop.times - 1;
  }
  return edits;
}

interface Loop {
  /** Words in the phrase. */
  readonly length: number;
  readonly times: number;
}

function loopAt(words: readonly Word[], first: number, repetitions: Repetitions): Loop | null {
  const longest = Math.min(LONGEST_PHRASE, Math.floor((words.length - first) / LOOP_TIMES));
  for (let length = 1; length <= longest; length += 1) {
    const times = repetitions.timesAt(first, length);
    if (times < LOOP_TIMES || repetitions.isNumbers(first, length)) continue;
    if (times >= minLoopTimes(words[first], length)) return { length, times };
  }
  return null;
}

/** Minimum repetitions that count as a loop. */
function minLoopTimes(word: Word | undefined, length: number): number {
  return length === 1 && SAID_OFTEN.has(word?.key ?? '') ? SAID_OFTEN_TIMES : LOOP_TIMES;
}

/** Keeps the first occurrence of the phrase, and the punctuation after the last. */
function cut(words: readonly Word[], first: number, { length, times }: Loop): Edit {
  const kept = words[first + length - 1];
  const last = words[first + length * times - 1];
  return { start: kept?.end ?? 0, end: last?.end ?? 0, text: '' };
}
