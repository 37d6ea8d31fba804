import { describe, expect, it } from '@jest/globals';
import { correct } from '../builtin/correct.ts';
import { isEnglishWord, soundEqual } from './lexicon.ts';
import { judged } from './testing/judged.ts';
import { Dice, EXCHANGES, sentence, type SlottedSentence } from './testing/sentences.ts';

const ROUNDS = 3_000;

/** Runs a check with many random sentences. */
function always(seed: number, check: (made: SlottedSentence, dice: Dice) => void): void {
  const dice = new Dice(seed);
  for (let round = 0; round < ROUNDS; round += 1) check(sentence(dice), dice);
}

const OF_NUMBERS =
  /^(?:two|three|seven|nine|\w+teen|\w+ty|twelve|first|second|third|hours|minutes|\w*grams|pounds|euros|dollars|yen|cents)$/u;

const withWord = (words: readonly string[], at: number, ...now: readonly string[]): string =>
  [...words.slice(0, at), ...now, ...words.slice(at + 1)].join(' ');

const tidy = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The words of a text, without capitals and marks. */
const wordsOf = (text: string): string => text.toLowerCase().replace(/[.,!?]/gu, '');

describe('whatever an engine answers', () => {
  it('no word becomes another of its kind: number, unit, name, pronoun, modal, antonym', () => {
    always(1, ({ words, exchanges }, dice) => {
      const slots = exchanges.flatMap((exchange, at) => (exchange === null ? [] : [at]));
      const at = dice.of(slots);
      const others = (exchanges[at] ?? []).filter((word) => word !== words[at]);
      const raw = words.join(' ');
      const answer = withWord(words, at, dice.of(others));
      expect([answer, wordsOf(judged(raw, tidy(answer)).text)]).toEqual([answer, wordsOf(raw)]);
    });
  });

  it('no word becomes another that sounds different', () => {
    const pool = EXCHANGES.flat().map((word) => word.toLowerCase());
    always(2, ({ words }, dice) => {
      const at = dice.below(words.length);
      const [old = '', now] = [words[at], dice.of(pool)];
      if (old.toLowerCase() === now || soundEqual(old, now) || !isEnglishWord(now)) return;
      const raw = words.join(' ');
      const answer = withWord(words, at, now);
      expect([answer, wordsOf(judged(raw, tidy(answer)).text)]).toEqual([answer, wordsOf(raw)]);
    });
  });

  it('no word is added, and none is taken out', () => {
    const added = ['not', 'never', 'only', 'secret', 'maybe', 'no', 'all', 'ten', 'Ada', 'almost'];
    always(3, ({ words }, dice) => {
      const raw = words.join(' ');
      const at = dice.below(words.length);
      const word = words[at] ?? '';
      const more = withWord(
        words,
        at,
        dice.of(added.filter((each) => !words.includes(each))),
        word,
      );
      expect([more, wordsOf(judged(raw, tidy(more)).text)]).toEqual([more, wordsOf(raw)]);
      const fewer = withWord(words, at);
      expect([fewer, wordsOf(judged(raw, tidy(fewer)).text)]).toEqual([fewer, wordsOf(raw)]);
    });
  });

  it('no two words change places', () => {
    always(4, ({ words }, dice) => {
      const [one, other] = [dice.below(words.length), dice.below(words.length)];
      const [first = '', second = ''] = [words[one], words[other]];
      if (first.toLowerCase() === second.toLowerCase()) return;
      const raw = words.join(' ');
      const answer = words.with(one, second).with(other, first).join(' ');
      expect([answer, wordsOf(judged(raw, tidy(answer)).text)]).toEqual([answer, wordsOf(raw)]);
    });
  });

  it('what is allowed is taken: capitals, marks, fillers, and words said twice', () => {
    const fillers = ['um', 'uh', 'er', 'hmm'];
    always(5, ({ words }, dice) => {
      const clean = words.join(' ');
      const at = dice.below(words.length);
      const word = words[at] ?? '';
      // A number and its unit are one element, in which nothing is taken out.
      if (OF_NUMBERS.test(word) || word !== word.toLowerCase()) return;
      const spoken = withWord(words, at, word, dice.of(fillers), word);
      const answer = tidy(clean);
      expect([spoken, judged(spoken, answer).reasons]).toEqual([spoken, []]);
      expect([spoken, judged(spoken, answer).text]).toEqual([spoken, answer]);
    });
  });
});

describe('a clean sentence', () => {
  const glossary = ['Lena', 'Will', 'Kubernetes', 'Zara', 'Nguyen', 'Hannah', 'Mark'];

  it('is never changed by the builtin engine, in 3,000 of them', () => {
    always(6, ({ words }) => {
      const raw = tidy(words.map(asWritten).join(' '));
      const request = {
        speaker: 'Ada',
        texts: [raw],
        before: '',
        glossary,
        style: 'clean' as const,
      };
      expect(correct(request)[0]?.text).toBe(raw);
    });
  });
});

function asWritten(word: string): string {
  const isName = /^(?:\w+day|january|march|april|june|july|august|october)$/u.test(word);
  return isName ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
