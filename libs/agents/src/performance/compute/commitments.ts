import type { ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import { type Before, orderOf, shown } from './shown.ts';
import { isSameWork, type Subject, subjectKey, subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** What became of a promise. `passedOn`: another person has taken it over. */
export type CommitmentState = 'open' | 'overdue' | 'kept' | 'broken' | 'renewed' | 'passedOn';

/** A promise, or the statement that one was not kept. */
export interface Commitment {
  readonly entry: ReportEntry;
  readonly state: CommitmentState;
  /** The entry that says what became of it; `null` when its own facts do, or nothing does. */
  readonly closedBy: ReportEntry | null;
}

/**
 * What became of each promise by the day of the report. A promise is closed by a later statement
 * about the same subject that does not name another person; it is renewed by a later promise of the
 * same person about the same, and passed on when another person takes it over. Work that was reported
 * without a promise before it is left out, unless a person has decided about it.
 * @param entries in the order in which they were said
 */
export function judgeCommitments(
  entries: readonly ReportEntry[],
  today: string,
): readonly Commitment[] {
  const all = shown(entries, 'commitment');
  const open = all.filter(({ status }) => !isClosing(status));
  const closings = all.filter(({ status }) => isClosing(status));
  const isBefore = orderOf(all);
  const closedBy = closingsOf(open, closings, isBefore);
  const renewals = renewalsOf(open);
  const takenOver = takenOverBy(open, isBefore);
  const used = new Set(closedBy.values());
  return all.flatMap((entry) => {
    if (!isClosing(entry.status)) {
      return [judge(entry, closedBy.get(entry), renewals.get(entry), takenOver.get(entry), today)];
    }
    return used.has(entry) ? [] : unpromised(entry);
  });
}

function isClosing(status: string | null): boolean {
  return status === 'kept' || status === 'broken';
}

/** The first later statement that closes each promise. */
function closingsOf(
  open: readonly ReportEntry[],
  closings: readonly ReportEntry[],
  isBefore: Before,
): ReadonlyMap<ReportEntry, ReportEntry> {
  const index = indexOf(open);
  const closedBy = new Map<ReportEntry, ReportEntry>();
  for (const closing of closings.filter(({ state }) => state === 'counted')) {
    const closes = (entry: ReportEntry) =>
      !closedBy.has(entry) && agree(entry.who, closing.who) && isBefore(entry, closing);
    for (const entry of index.find(subjectOf(closing.label), closes)) closedBy.set(entry, closing);
  }
  return closedBy;
}

/** The promise by which another person takes over each promise, if one does. */
function takenOverBy(
  open: readonly ReportEntry[],
  isBefore: Before,
): ReadonlyMap<ReportEntry, ReportEntry> {
  const index = indexOf(open);
  const takenOver = new Map<ReportEntry, ReportEntry>();
  for (const taking of open.filter(
    ({ status, state }) => status === 'taken over' && state === 'counted',
  )) {
    const isTaken = (entry: ReportEntry) =>
      isBefore(entry, taking) && entry.who?.toLowerCase() !== taking.who?.toLowerCase();
    for (const entry of index.find(subjectOf(taking.label), isTaken)) takenOver.set(entry, taking);
  }
  return takenOver;
}

function indexOf(open: readonly ReportEntry[]): SubjectIndex<ReportEntry> {
  const index = new SubjectIndex<ReportEntry>();
  for (const entry of open) index.add(subjectOf(entry.label), entry);
  return index;
}

/** The later promise of the same person about the same, for each promise that has one. */
function renewalsOf(open: readonly ReportEntry[]): ReadonlyMap<ReportEntry, ReportEntry> {
  const latest = new Map<string, Map<string | null, ReportEntry>>();
  const renewals = new Map<ReportEntry, ReportEntry>();
  for (const entry of open.filter(({ state }) => state === 'counted')) {
    const subject = subjectOf(entry.label);
    const key = promiseKey(entry, subject);
    const earlier = latest.get(key) ?? new Map<string | null, ReportEntry>();
    for (const [verb, promise] of earlier) {
      if (!isSameWork(verb, subject.verb)) continue;
      renewals.set(promise, entry);
      earlier.delete(verb);
    }
    latest.set(key, earlier.set(subject.verb, entry));
  }
  return renewals;
}

function promiseKey({ who }: ReportEntry, subject: Subject): string {
  return `${who?.toLowerCase() ?? ''}\n${subjectKey(subject)}`;
}

function judge(
  entry: ReportEntry,
  closing: ReportEntry | undefined,
  renewal: ReportEntry | undefined,
  taking: ReportEntry | undefined,
  today: string,
): Commitment {
  if (closing) {
    const state = closing.status === 'broken' ? 'broken' : 'kept';
    return { entry, state, closedBy: closing };
  }
  if (taking) return { entry, state: 'passedOn', closedBy: taking };
  if (renewal) return { entry, state: 'renewed', closedBy: renewal };
  const isOverdue = entry.on !== null && lastDay(entry.on) < dayNumber(today);
  return { entry, state: isOverdue ? 'overdue' : 'open', closedBy: null };
}

/** A statement about a promise that was not heard: what was not done, or what a person confirmed. */
function unpromised(entry: ReportEntry): readonly Commitment[] {
  if (entry.status === 'broken') return [{ entry, state: 'broken', closedBy: null }];
  return entry.decided === null ? [] : [{ entry, state: 'kept', closedBy: null }];
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one.toLowerCase() === other.toLowerCase();
}
