import type { Significance } from '#contracts/model';

/**
 * Version of the rubric; change it with every change that may affect a score.
 *
 * The number is the log-odds that somebody will ask for what a memory tells: a weighted sum of plain
 * features (`features.table.ts`). The significance follows from the number:
 *
 * - 0 trivial: greetings, acknowledgements, questions and compliments.
 * - 1 minor: ordinary information.
 * - 2 notable: more likely than not that somebody comes back to it.
 * - 3 pivotal: the few that say most, and whatever tells of a life event: birth, death, illness, marriage
 *   or its end, a job won or lost, moving away, a confession, an accident, a victory, a vow.
 */
export const RUBRIC_VERSION = 'builtin-2';

/** Smallest number of each significance above 0. About 12, 53, 33 and 2 of 100 turns have 0, 1, 2 and 3. */
const MINOR_FROM = -3.3;
export const NOTABLE_FROM = -1.1;
export const PIVOTAL_FROM = 2.25;

/** The levels in words. */
export const LEVELS: Readonly<Record<Significance, string>> = {
  0: 'Trivial',
  1: 'Minor',
  2: 'Notable',
  3: 'Pivotal',
};

/** The significance that follows from a number. */
export function significanceOf(value: number): Significance {
  if (value >= PIVOTAL_FROM) return 3;
  if (value >= NOTABLE_FROM) return 2;
  return value >= MINOR_FROM ? 1 : 0;
}
