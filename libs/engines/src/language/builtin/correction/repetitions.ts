import { isNumber } from '../text/numbers.ts';
import type { Word } from '../text/words.ts';

/**
 * How often phrases are repeated in a row. It remembers how far the last repetition of each length
 * reached, so that asking for all words in order takes linear time.
 */
export class Repetitions {
  private readonly words: readonly Word[];
  /** By length of a phrase: the first word, after a repetition, that differs from the next phrase. */
  private readonly ends: number[] = [];
  /** By word: the first word from there that is no number. */
  private readonly numbersEnd: readonly number[];

  constructor(words: readonly Word[]) {
    this.words = words;
    this.numbersEnd = endsOfNumbers(words);
  }

  /**
   * How many times a phrase stands in a row, once at least.
   * @param first index of its first word; ascending from call to call
   * @param length number of its words
   */
  timesAt(first: number, length: number): number {
    return 1 + Math.floor((this.endAt(first, length) - first) / length);
  }

  /** Whether all words of a phrase are numbers; those may be a telephone number. */
  isNumbers(first: number, length: number): boolean {
    return (this.numbersEnd[first] ?? first) >= first + length;
  }

  private endAt(first: number, length: number): number {
    const { words } = this;
    let end = Math.max(first, this.ends[length] ?? 0);
    while (end + length < words.length && words[end + length]?.key === words[end]?.key) end += 1;
    this.ends[length] = end;
    return end;
  }
}

function endsOfNumbers(words: readonly Word[]): readonly number[] {
  const ends: number[] = [];
  for (let at = words.length - 1; at >= 0; at -= 1) {
    ends[at] = isNumber(words[at]?.key ?? '') ? (ends[at + 1] ?? at + 1) : at;
  }
  return ends;
}
