import type { ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import { shown } from './shown.ts';
import { type Subject, subjectKey, subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** What became of a promise. `done` is work that was reported without a promise before it. */
export type CommitmentState = 'open' | 'overdue' | 'kept' | 'broken' | 'renewed' | 'done';

/** A promise, or work that was done without one. */
export interface Commitment {
  readonly entry: ReportEntry;
  readonly state: CommitmentState;
  /** The entry that says what became of it; `null` when its own facts do, or nothing does. */
  readonly closedBy: ReportEntry | null;
}

/**
 * What became of each promise by the day of the report. A promise is closed by a later statement
 * about the same subject that does not name another person; it is renewed by a later promise of the
 * same person about the same.
 */
export function judgeCommitments(
  entries: readonly ReportEntry[],
  today: string,
): readonly Commitment[] {
  const all = shown(entries, 'commitment');
  const open = all.filter(({ status }) => !isClosing(status));
  const closings = all.filter(({ status }) => isClosing(status));
  const closedBy = closingsOf(open, closings);
  const renewals = renewalsOf(open);
  const used = new Set(closedBy.values());
  return all.flatMap((entry) => {
    if (!isClosing(entry.status)) {
      return [judge(entry, closedBy.get(entry), renewals.get(entry), today)];
    }
    return used.has(entry) ? [] : [unpromised(entry)];
  });
}

function isClosing(status: string | null): boolean {
  return status === 'kept' || status === 'broken';
}

/** The first later statement that closes each promise. */
function closingsOf(
  open: readonly ReportEntry[],
  closings: readonly ReportEntry[],
): ReadonlyMap<ReportEntry, ReportEntry> {
  const index = new SubjectIndex<ReportEntry>();
  for (const entry of open) index.add(subjectOf(entry.label), entry);
  const closedBy = new Map<ReportEntry, ReportEntry>();
  for (const closing of closings.filter(({ state }) => state === 'counted')) {
    const closes = (entry: ReportEntry) =>
      !closedBy.has(entry) &&
      agree(entry.who, closing.who) &&
      (entry.saidAt ?? '') <= (closing.saidAt ?? '');
    for (const entry of index.find(subjectOf(closing.label), closes)) closedBy.set(entry, closing);
  }
  return closedBy;
}

/** The later promise of the same person about the same, for each promise that has one. */
function renewalsOf(open: readonly ReportEntry[]): ReadonlyMap<ReportEntry, ReportEntry> {
  const latest = new Map<string, ReportEntry>();
  const renewals = new Map<ReportEntry, ReportEntry>();
  for (const entry of open.filter(({ state }) => state === 'counted')) {
    const key = promiseKey(entry, subjectOf(entry.label));
    const earlier = latest.get(key);
    if (earlier) renewals.set(earlier, entry);
    latest.set(key, entry);
  }
  return renewals;
}

function promiseKey({ who }: ReportEntry, subject: Subject): string {
  return `${who?.toLowerCase() ?? ''}\n${subject.verb ?? ''}\n${subjectKey(subject)}`;
}

function judge(
  entry: ReportEntry,
  closing: ReportEntry | undefined,
  renewal: ReportEntry | undefined,
  today: string,
): Commitment {
  if (closing) {
    const state = closing.status === 'broken' ? 'broken' : 'kept';
    return { entry, state, closedBy: closing };
  }
  if (renewal) return { entry, state: 'renewed', closedBy: renewal };
  const isOverdue = entry.on !== null && lastDay(entry.on) < dayNumber(today);
  return { entry, state: isOverdue ? 'overdue' : 'open', closedBy: null };
}

/** An entry of several facts, or with a date ahead of it, was promised before it was closed. */
function unpromised(entry: ReportEntry): Commitment {
  if (entry.status === 'broken') return { entry, state: 'broken', closedBy: null };
  const wasPromised = entry.factIds.length > 1;
  return { entry, state: wasPromised ? 'kept' : 'done', closedBy: null };
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one.toLowerCase() === other.toLowerCase();
}
