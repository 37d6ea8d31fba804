import { findDates, type FoundDate } from '#agents';
import type { SummaryLanguage } from '#contracts/model';
import { wordsIn } from '../builtin/text/words.ts';
import { ALSO_OTHER_WORDS, CALENDAR_WORDS } from './calendar-words.table.ts';
import { contentStems } from './content-stems.ts';
import { namesIn, type NameClaim } from './names.ts';
import { numbersIn, type NumberClaim } from './numbers.ts';
import { polarityOf, type Polarity } from './polarity.ts';

/** A sentence of an engine, and what it claims. */
export class Statement {
  readonly names: readonly NameClaim[];
  readonly numbers: readonly NumberClaim[];
  /** Days and months that no reader of dates understands, in lower case. */
  readonly calendarWords: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly polarity: Polarity;
  private readonly datesByDay = new Map<string, readonly FoundDate[]>();

  constructor(
    readonly text: string,
    readonly language: SummaryLanguage | null,
  ) {
    // Where a date is does not depend on the day to which it refers.
    const dates = this.datesOn('2026-01-15');
    const isInDate = (place: { readonly start: number; readonly end: number }) =>
      dates.some(({ start, end }) => start < place.end && place.start < end);
    this.numbers = numbersIn(text, language).filter((number) => !isInDate(number));
    this.names = namesIn(text, language).filter((name) => !isInDate(name));
    this.calendarWords = wordsIn(text)
      .filter((word) => CALENDAR_WORDS.has(word.key) && !isInDate(word))
      .filter(({ key, text: word }) => !ALSO_OTHER_WORDS.has(key) || /^\p{Lu}/u.test(word))
      .map(({ key }) => key);
    this.stems = contentStems(text, language);
    this.polarity = polarityOf(text, language);
  }

  /** Its dates, if relative ones refer to a day (ISO 8601). */
  datesOn(day: string): readonly FoundDate[] {
    const known = this.datesByDay.get(day);
    if (known !== undefined) return known;
    const found = findDates(this.text, day);
    this.datesByDay.set(day, found);
    return found;
  }
}
