import type { LeftOutReason } from '#contracts/model';
import { claimMissing, datesAreSaid, hasNumber, type Window } from './claims-in-window.ts';
import type { EvidenceText } from './evidence-text.ts';
import { contradicts } from './polarity.ts';
import type { Statement } from './statement.ts';

/** The lines that bear a statement out, or why none do. */
export type Support =
  | { readonly kind: 'borneOut'; readonly lines: Window }
  | { readonly kind: 'missing'; readonly reason: LeftOutReason };

/** Lines before and after one that explain it. */
const BEFORE = 2;
const AFTER = 1;
/** The share of the content words of a statement that the lines which its engine cites have at least. */
const LEAST_SHARE = 1 / 3;
/** The same for lines that are found by its words. */
const LEAST_SHARE_OF_FOUND = 1 / 2;
/** The same for a sentence about the whole conversation, of all its words. */
const LEAST_SHARE_OF_WHOLE = 1 / 2;
/** Lines after one in which somebody replies to it. */
const REPLY_WITHIN = 3;
/** An engine that cites more lines for one statement has not said where it is from. */
const MOST_CITED = 12;
/** How many places are tried for a statement that what is cited does not bear out. */
const MOST_TRIED = 12;
/** Words in more lines than this tell nothing of where something was said. */
const MOST_LINES_OF_STEM = 400;
/** How many lines a statement cites at most. */
const MOST_LINES = 6;
/** What has fewer words of a statement may speak of something else. */
const FEWEST_SHARED = 2;
/** Sentences that have this share of what the best one has are about the same. */
const ABOUT_AS_NEAR = 0.75;

/**
 * Where a statement was said. What its engine cites counts first; if that does not bear it out, the lines
 * that have most of its words are tried.
 * @param cited indexes of lines
 */
export function supportOf(
  statement: Statement,
  cited: readonly number[],
  evidence: EvidenceText,
): Support {
  const own = cited.length > 0 && cited.length <= MOST_CITED ? [windowAround(cited, evidence)] : [];
  let reason: LeftOutReason | null = null;
  for (const window of own) {
    reason = faultOf(statement, window, evidence, LEAST_SHARE);
    if (reason === null) return found(statement, window, cited, evidence);
  }
  for (const at of nearest(statement, evidence)) {
    const window = windowAround([at], evidence);
    const fault = faultOf(statement, window, evidence, LEAST_SHARE_OF_FOUND);
    if (fault === null) return found(statement, window, [at], evidence);
    reason ??= fault;
    // What is farther away does not take back what is denied where it is spoken of.
    if (fault === 'negation') return { kind: 'missing', reason: fault };
  }
  return { kind: 'missing', reason: reason ?? claimMissing(statement, [], evidence) ?? 'not_said' };
}

/**
 * Why a sentence about the whole conversation does not hold: its numbers and dates are each said where some
 * other word of it is said, its names and most of its words anywhere.
 * @returns `null` if it holds
 */
export function faultInWhole(statement: Statement, evidence: EvidenceText): LeftOutReason | null {
  if (!statement.names.every((name) => evidence.hasName(name))) return 'name';
  const places = nearest(statement, evidence).map((at) => windowAround([at], evidence));
  const areNumbersSaid = statement.numbers.every((number) =>
    places.some((window) => hasNumber(number, window, evidence)),
  );
  if (!areNumbersSaid) return 'number';
  const hasDates = statement.calendarWords.length + statement.datesOn(evidence.dayOf(0)).length > 0;
  const all = [...new Set(places.flat())];
  if (hasDates && !datesAreSaid(statement, all, evidence)) return 'date';
  const [nearestPlace] = places;
  if (nearestPlace && isContradicted(statement, nearestPlace, evidence)) return 'negation';
  const known = [...statement.stems].filter((stem) => evidence.vocabulary.has(stem));
  return known.length >= LEAST_SHARE_OF_WHOLE * statement.stems.size ? null : 'not_said';
}

/** Whether every name, number and date of a statement is said somewhere. */
export function isTraced(statement: Statement, evidence: EvidenceText): boolean {
  const all = evidence.lines.map((_, at) => at);
  return claimMissing(statement, all, evidence) === null;
}

function faultOf(
  statement: Statement,
  window: Window,
  evidence: EvidenceText,
  leastShare: number,
): LeftOutReason | null {
  const missing = claimMissing(statement, window, evidence);
  if (missing !== null) return missing;
  if (!isSpokenOf(statement, window, evidence, leastShare)) return 'not_said';
  return isContradicted(statement, window, evidence) ? 'negation' : null;
}

function isSpokenOf(
  { stems }: Statement,
  window: Window,
  evidence: EvidenceText,
  leastShare: number,
): boolean {
  if (stems.size === 0) return window.length > 0;
  const said = [...stems].filter((stem) => window.some((at) => hasStem(at, stem, evidence)));
  return said.length > 0 && said.length >= leastShare * stems.size;
}

/** Whether all the sentences that are about the same deny what it affirms, or the other way round. */
function isContradicted(statement: Statement, window: Window, evidence: EvidenceText): boolean {
  const names = new Set(statement.names.flatMap(({ keys }) => keys));
  const stems = [...statement.stems].filter((stem) => !names.has(stem));
  const sentences = window
    .flatMap((at) => evidence.sentencesOf(at))
    .map((said) => ({ ...said, shared: stems.filter((stem) => said.stems.has(stem)) }));
  const most = Math.max(0, ...sentences.map(({ shared }) => shared.length));
  if (most < FEWEST_SHARED) return false;
  const near = sentences.filter(({ shared }) => shared.length >= ABOUT_AS_NEAR * most);
  return near.every(({ polarity, shared }) => contradicts(statement.polarity, polarity, shared));
}

/** The lines that have most of a statement, the best first. A name or number counts as several words. */
function nearest(statement: Statement, evidence: EvidenceText): readonly number[] {
  const scores = new Map<number, number>();
  const count = (lines: readonly number[], worth: number) => {
    if (lines.length > MOST_LINES_OF_STEM) return;
    for (const at of lines) scores.set(at, (scores.get(at) ?? 0) + worth);
  };
  for (const stem of statement.stems) count(evidence.linesWith(stem), 1);
  for (const { keys } of statement.names) {
    for (const key of keys) count(evidence.linesWithKey(key), 1);
  }
  const best = [...scores].sort(([one, much], [other, more]) => more - much || one - other);
  const first = best.slice(0, 4 * MOST_TRIED).map(([at]) => at);
  // Of equally near lines, one with a number of the statement.
  const hasClaim = (at: number) =>
    statement.numbers.some((number) => hasNumber({ ...number, counted: [] }, [at], evidence));
  const ranked =
    statement.numbers.length === 0
      ? first
      : [...first.filter(hasClaim), ...first.filter((at) => !hasClaim(at))];
  return ranked.slice(0, MOST_TRIED);
}

/** Lines and those around them, each once, in order. */
function windowAround(lines: readonly number[], evidence: EvidenceText): Window {
  const window = new Set<number>();
  for (const line of lines) {
    for (let at = Math.max(0, line - BEFORE); at <= line + AFTER; at += 1) {
      if (at < evidence.lines.length) window.add(at);
    }
  }
  return [...window].sort((one, other) => one - other);
}

/** The lines of a window to cite: what was cited and speaks of it, and what has the rest of its claims. */
function found(
  statement: Statement,
  window: Window,
  cited: readonly number[],
  evidence: EvidenceText,
): Support {
  const shared = (at: number) => sharedCount(statement.stems, evidence.words[at]?.stems);
  const ranked = window
    .map((at) => ({ at, shared: shared(at), isCited: cited.includes(at) }))
    .sort((one, other) => Number(other.isCited) - Number(one.isCited) || other.shared - one.shared);
  const bearing = ranked.filter((each) => each.isCited && each.shared > 0).map(({ at }) => at);
  // "Agreed." has no word of what it makes a decision.
  const isReply = (at: number) => bearing.some((near) => at > near && at <= near + REPLY_WITHIN);
  const lines = [...bearing, ...cited.filter((at) => !bearing.includes(at) && isReply(at))];
  for (const { at, shared: count } of ranked) {
    const isEnough = lines.length > 0 && lacksNothing(statement, lines, evidence);
    if (isEnough || lines.length >= MOST_LINES) break;
    if (count > 0 && !lines.includes(at)) lines.push(at);
  }
  const chosen = lines.length > 0 ? lines : cited;
  return { kind: 'borneOut', lines: [...chosen].sort((one, other) => one - other) };
}

/** Whether lines have the numbers and dates of a statement; who says it may be clear from before. */
function lacksNothing(statement: Statement, lines: Window, evidence: EvidenceText): boolean {
  const hasNumbers = statement.numbers.every((number) =>
    hasNumber({ ...number, counted: [] }, lines, evidence),
  );
  return hasNumbers && datesAreSaid(statement, lines, evidence);
}

function hasStem(at: number, stem: string, evidence: EvidenceText): boolean {
  const words = evidence.words[at];
  // The speaker's name is no word of what is said.
  return words !== undefined && (words.stems.has(stem) || words.keys.includes(stem));
}

function sharedCount(stems: ReadonlySet<string>, others: ReadonlySet<string> = new Set()): number {
  let count = 0;
  for (const stem of stems) if (others.has(stem)) count += 1;
  return count;
}
