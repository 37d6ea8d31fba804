import type { FactDate } from '#contracts/model';

/** A date in a text. */
export interface FoundDate {
  readonly on: FactDate;
  readonly start: number;
  /** The character after the last. */
  readonly end: number;
}

/**
 * Finds the dates of a text, absolute and relative ones.
 * @param saidOn the day to which relative dates refer, ISO 8601 date
 * @returns in the order of the text, without overlaps
 */
export function findDates(_text: string, _saidOn: string): readonly FoundDate[] {
  return [];
}
