import type { FactDate } from '#contracts/model';
import type { FoundDate } from '#agents';
import type { LeftOutReason } from '#contracts/model';
import type { EvidenceText } from './evidence-text.ts';
import type { NameClaim } from './names.ts';
import type { NumberClaim } from './numbers.ts';
import type { Statement } from './statement.ts';

/** Indexes of lines that are read together, in order. */
export type Window = readonly number[];

/** Lines before and after a number that may say what is counted. */
const COUNTED_NEAR = 2;

/** The first claim of a statement that lines do not have; `null` when they have all. */
export function claimMissing(
  statement: Statement,
  window: Window,
  evidence: EvidenceText,
): LeftOutReason | null {
  if (!statement.names.every((name) => hasName(name, window, evidence))) return 'name';
  if (!statement.numbers.every((number) => hasNumber(number, window, evidence))) return 'number';
  if (!datesAreSaid(statement, window, evidence)) return 'date';
  return null;
}

/** Whether lines have a name, or a part of one that is said in full elsewhere. */
function hasName(name: NameClaim, window: Window, evidence: EvidenceText): boolean {
  if (!evidence.hasName(name)) return false;
  const keys = name.opensWithEverydayWord ? name.keys.slice(1) : name.keys;
  const isNear = keys.some((key) => window.some((at) => evidence.words[at]?.keys.includes(key)));
  return isNear || evidence.isAbout(name);
}

/** Whether a line has a number with all that belongs to it, and the lines say what is counted. */
export function hasNumber(
  { readings, counted }: NumberClaim,
  window: Window,
  evidence: EvidenceText,
): boolean {
  const places = window.filter((at) => evidence.hasReading(at, readings));
  if (places.length === 0 || counted.length === 0) return places.length > 0;
  const isCounted = (at: number) =>
    counted.some((stem) => evidence.words[at]?.stems.has(stem) === true);
  return places.some((place) =>
    window.some((at) => Math.abs(at - place) <= COUNTED_NEAR && isCounted(at)),
  );
}

/**
 * Whether each date is that of a line, or a longer time that the date of a line is in. A relative date,
 * of the summary or of the line, refers to the day on which the line was said.
 */
export function datesAreSaid(
  statement: Statement,
  window: Window,
  evidence: EvidenceText,
): boolean {
  const areWordsSaid = statement.calendarWords.every((word) =>
    window.some((at) => evidence.words[at]?.keys.includes(word)),
  );
  const count = statement.datesOn(evidence.dayOf(window[0] ?? 0)).length;
  return areWordsSaid && Array.from({ length: count }, (_, n) => n).every((n) => isSaid(n));

  function isSaid(n: number): boolean {
    return window.some((at) => {
      const claimed = statement.datesOn(evidence.dayOf(at))[n];
      if (claimed === undefined) return true;
      const statesYear = /\d{4}/u.test(statement.text.slice(claimed.start, claimed.end));
      return evidence.datesOf(at).some((said) => contains(claimed, said, statesYear));
    });
  }
}

const LENGTH_OF: Readonly<Record<FactDate['precision'], number>> = {
  year: 4,
  quarter: 7,
  month: 7,
  day: 10,
};

/**
 * Whether a claimed date is the said one, or a longer time that begins as it does. Of a date without a year
 * the year is a guess, so only the rest counts.
 */
function contains(claimed: FoundDate, said: FoundDate, statesYear: boolean): boolean {
  const isDayOnly = claimed.isDayOnly === true || said.isDayOnly === true;
  if (isDayOnly) return sameDayOfMonth(claimed, said);
  const isQuarter = claimed.on.precision === 'quarter';
  const isExact = claimed.on.precision === said.on.precision;
  const length = LENGTH_OF[claimed.on.precision];
  if (!isExact && (isQuarter || length > LENGTH_OF[said.on.precision])) return false;
  const from = statesYear || length === LENGTH_OF.year ? 0 : LENGTH_OF.year;
  return claimed.on.date.slice(from, length) === said.on.date.slice(from, length);
}

function sameDayOfMonth(one: FoundDate, other: FoundDate): boolean {
  return one.on.date.slice(-2) === other.on.date.slice(-2);
}
