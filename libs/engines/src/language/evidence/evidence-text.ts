import { findDates, sentenceSpans, type FoundDate } from '#agents';
import type { SummaryLanguage } from '#contracts/model';
import { isEverydayWord } from '../builtin/text/english-words.ts';
import { wordsIn } from '../builtin/text/words.ts';
import { contentStems } from './content-stems.ts';
import type { EvidenceLine } from './evidence-lines.ts';
import { bareKey, type NameClaim } from './names.ts';
import { numbersIn, type NumberClaim } from './numbers.ts';
import { polarityOf, type Polarity } from './polarity.ts';

/** Relative dates of lines whose day is not known refer to this one, in the summary as well. */
const ANY_DAY = '2026-01-15';
/** How many words a name has at most that is looked for as a whole. */
const LONGEST_NAME = 6;

/** The words of a line. */
interface LineWords {
  readonly stems: ReadonlySet<string>;
  /** In order, without possessive endings; the words of the speaker come first. */
  readonly keys: readonly string[];
}

/** A sentence of a line: what it speaks of, and what of that it denies. */
export interface SaidSentence {
  readonly stems: ReadonlySet<string>;
  readonly polarity: Polarity;
}

/** The text that statements are checked against. What is costly is read when it is first asked for. */
export class EvidenceText {
  readonly words: readonly LineWords[];
  /** The stems of all lines, and of the texts about them. */
  readonly vocabulary: ReadonlySet<string>;
  private readonly linesByStem = new Map<string, number[]>();
  private readonly linesByKey = new Map<string, number[]>();
  private readonly capitals = new Set<string>();
  /** Words of the names of speakers. */
  private readonly speakers = new Set<string>();
  private readonly hasCapitals: boolean;
  private readonly aboutKeys: readonly (readonly string[])[];
  private readonly numbers = new Map<number, readonly NumberClaim[]>();
  private readonly readings = new Map<number, ReadonlySet<string>>();
  private readonly dates = new Map<number, readonly FoundDate[]>();
  private readonly sentences = new Map<number, readonly SaidSentence[]>();

  /**
   * @param lines in order
   * @param about what else is known to be true, such as the title; it cannot be cited
   * @param language of the conversation; `null` if it is unknown
   */
  constructor(
    readonly lines: readonly EvidenceLine[],
    about: readonly string[],
    readonly language: SummaryLanguage | null,
  ) {
    this.words = lines.map((line, at) => this.read(line, at));
    this.aboutKeys = about.map((text) => this.keysOf(text));
    this.hasCapitals = lines.some(({ text }) => /\p{Lu}/u.test(text));
    const stemsAbout = about.flatMap((text) => [...contentStems(text, language)]);
    this.vocabulary = new Set([...this.linesByStem.keys(), ...stemsAbout]);
  }

  /** The lines that have a stem. */
  linesWith(stem: string): readonly number[] {
    return this.linesByStem.get(stem) ?? [];
  }

  /** The lines that have a word, in lower case, or whose speaker has it in their name. */
  linesWithKey(key: string): readonly number[] {
    return this.linesByKey.get(key) ?? [];
  }

  /** Whether a name is said or a speaker has it, with all its words in a row. */
  hasName({ keys, opensWithEverydayWord }: NameClaim): boolean {
    if (this.isSaidInRow(keys)) return true;
    const [first = '', ...others] = keys;
    // "Rose Miller" is another person where Rose speaks.
    if (!opensWithEverydayWord || this.speakers.has(first)) return false;
    return others.length > 0 && this.isSaidInRow(others);
  }

  private isSaidInRow(keys: readonly string[]): boolean {
    const [first] = keys;
    if (first === undefined) return true;
    if (keys.some((key) => !this.isSaidAsName(key))) return false;
    if (keys.length === 1 || keys.length > LONGEST_NAME) return true;
    const places = this.linesWithKey(first).map((at) => this.words[at]?.keys ?? []);
    return [...places, ...this.aboutKeys].some((row) => hasInRow(row, keys));
  }

  /** Whether what is known about the conversation has a word of a name. */
  isAbout({ keys }: NameClaim): boolean {
    return this.aboutKeys.some((row) => keys.some((key) => row.includes(key)));
  }

  numbersOf(at: number): readonly NumberClaim[] {
    return memoised(this.numbers, at, () => {
      const dates = this.datesOf(at);
      return numbersIn(this.textOf(at), this.language).filter(
        ({ start, end }) => !dates.some((date) => date.start < end && start < date.end),
      );
    });
  }

  datesOf(at: number): readonly FoundDate[] {
    return memoised(this.dates, at, () => findDates(this.textOf(at), this.dayOf(at)));
  }

  /** Whether a line has one of some numbers, with all that belongs to it. */
  hasReading(at: number, readings: readonly string[]): boolean {
    const said = memoised(
      this.readings,
      at,
      () => new Set(this.numbersOf(at).flatMap((number) => number.readings)),
    );
    return readings.some((each) => said.has(each));
  }

  /** The day to which the dates of a line refer. */
  dayOf(at: number): string {
    return this.lines[at]?.saidOn ?? ANY_DAY;
  }

  sentencesOf(at: number): readonly SaidSentence[] {
    return memoised(this.sentences, at, () =>
      sentenceSpans(this.textOf(at)).map(({ text }) => ({
        stems: contentStems(text, this.language),
        polarity: polarityOf(text, this.language),
      })),
    );
  }

  private textOf(at: number): string {
    return this.lines[at]?.text ?? '';
  }

  /** A common word is a name only where it has a capital, unless the text has none at all. */
  private isSaidAsName(key: string): boolean {
    const isKnown = this.linesByKey.has(key) || this.aboutKeys.some((row) => row.includes(key));
    if (!isKnown || !this.hasCapitals || !isEverydayWord(key)) return isKnown;
    return this.capitals.has(key);
  }

  private read({ speaker, text }: EvidenceLine, at: number): LineWords {
    const stems = contentStems(text, this.language);
    for (const stem of stems) add(this.linesByStem, stem, at);
    const speakerKeys = this.keysOf(speaker);
    for (const key of speakerKeys) this.speakers.add(key);
    const keys = [...speakerKeys, '', ...this.keysOf(text)];
    for (const key of new Set(keys)) add(this.linesByKey, key, at);
    return { stems, keys };
  }

  private keysOf(text: string): readonly string[] {
    return wordsIn(text).map((word) => {
      const key = bareKey(word.key);
      if (/^\p{Lu}/u.test(word.text)) this.capitals.add(key);
      return key;
    });
  }
}

function hasInRow(row: readonly string[], keys: readonly string[]): boolean {
  return row.some((_, from) => keys.every((key, n) => row[from + n] === key));
}

function add(index: Map<string, number[]>, key: string, at: number): void {
  const places = index.get(key);
  if (places === undefined) index.set(key, [at]);
  else places.push(at);
}

function memoised<Value>(cache: Map<number, Value>, at: number, make: () => Value): Value {
  const known = cache.get(at);
  if (known !== undefined) return known;
  const made = make();
  cache.set(at, made);
  return made;
}
