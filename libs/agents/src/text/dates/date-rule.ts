import type { FactDate } from '#contracts/model';
import type { Language } from '../language.ts';
import type { DayNumber } from './calendar.ts';

/** A date in a piece of text; positions are those of the piece. */
export interface DateMatch {
  readonly on: FactDate;
  readonly start: number;
  readonly end: number;
  /** Whether only a day of the month was said, so that its month is a guess: "the 29th". */
  readonly isDayOnly?: boolean;
}

/** Which comes first in a date such as "03/11/2026". */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** What a rule reads. */
export interface DatePiece {
  readonly text: string;
  readonly language: Language;
  /** The day on which it was said. */
  readonly today: DayNumber;
  /** The order of day and month where it is known; otherwise the language decides. */
  readonly order: DayOrder | null;
}

/** Finds dates of one kind. The piece is short, so a rule may take time that is not linear in it. */
export type DateRule = (piece: DatePiece) => readonly DateMatch[];

/**
 * Makes a rule of a pattern for each language.
 * @param resolve the date of a match; `null` when it is none
 */
export function patternRule(
  patterns: Readonly<Partial<Record<Language, RegExp>>>,
  resolve: (match: RegExpExecArray, piece: DatePiece) => FactDate | null,
): DateRule {
  return (piece) => {
    const pattern = patterns[piece.language];
    if (!pattern) return [];
    return [...piece.text.matchAll(pattern)].flatMap((match) => {
      const on = resolve(match, piece);
      return on ? [{ on, start: match.index, end: match.index + match[0].length }] : [];
    });
  };
}

/** A pattern that matches whole words only, in any case. */
export function words(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu');
}
