import type { Figure, ReportEntry, TableBlock } from '#contracts/model';
import { dayNumber } from '../../text/dates/calendar.ts';
import { dateFigure, labelFigure, quantityFigure, textFigure } from './figure.ts';
import { orderOf, shown } from './shown.ts';
import { type Subject, subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** Something that keeps, or kept, work from going on. */
export interface Blocker {
  readonly entry: ReportEntry;
  /** The entry that says that it is gone; its own when its facts do; `null` while it is there. */
  readonly resolvedBy: ReportEntry | null;
  /**
   * Days from when it was first said to when it was resolved, or to the day of the report; `null`
   * when it is not known when it was resolved.
   */
  readonly ageDays: number | null;
}

/**
 * Blockers, open ones first, the oldest of them first. The statement that something is gone is left
 * out when it was no blocker before, unless a person has decided about it.
 * @param entries in the order in which they were said
 */
export function judgeBlockers(entries: readonly ReportEntry[], today: string): readonly Blocker[] {
  const all = shown(entries, 'blocker');
  const resolvedBy = resolutionsOf(all);
  const used = new Set(resolvedBy.values());
  return all
    .filter((entry) => !used.has(entry) && (entry.status !== 'resolved' || entry.decided !== null))
    .map((entry) => {
      const isResolved = entry.status === 'resolved';
      const by = isResolved ? entry : (resolvedBy.get(entry) ?? null);
      const ageDays = isResolved ? null : ageOf(entry, by?.saidOn ?? today);
      return { entry, resolvedBy: by, ageDays };
    })
    .toSorted((one, other) => Number(one.resolvedBy !== null) - Number(other.resolvedBy !== null));
}

/** Words that say that there is a blocker, but not which one. */
const NO_SUBJECT =
  /(?<![\p{L}])(?:missing|lack(?:ing)?|absent|absence|without|broken|down|late|problems?|issues?|bugs?|blockers?|trouble|question|matter|situation|still|fehlende[nrms]?|problem|manque|problème|falta|problema)(?![\p{L}])/giu;

/** "Missing electricity" and "the electricity problem" are about the same. */
function blockerSubject(label: string): Subject {
  const subject = subjectOf(label.replace(NO_SUBJECT, ' ').replace(/\s+/gu, ' ').trim());
  return subject.words.size > 0 ? subject : subjectOf(label);
}

function resolutionsOf(all: readonly ReportEntry[]): ReadonlyMap<ReportEntry, ReportEntry> {
  const index = new SubjectIndex<ReportEntry>();
  const resolvedBy = new Map<ReportEntry, ReportEntry>();
  const isBefore = orderOf(all);
  for (const entry of all) {
    const subject = blockerSubject(entry.label);
    if (entry.status !== 'resolved') index.add(subject, entry);
    else if (entry.state === 'counted') {
      const isOpen = (other: ReportEntry) => !resolvedBy.has(other) && isBefore(other, entry);
      for (const open of index.find(subject, isOpen)) resolvedBy.set(open, entry);
    }
  }
  return resolvedBy;
}

function ageOf({ saidOn }: ReportEntry, end: string): number {
  return saidOn === null ? 0 : Math.max(0, dayNumber(end) - dayNumber(saidOn));
}

/** Blockers with their age. */
export function blockersBlock(blockers: readonly Blocker[]): TableBlock {
  return {
    kind: 'table',
    key: 'blockers',
    title: 'Blockers',
    columns: [
      { key: 'what', label: 'Blocker' },
      { key: 'status', label: 'Status' },
      { key: 'age', label: 'Age' },
      { key: 'resolved', label: 'Resolved' },
    ],
    rows: blockers.map((blocker) => ({
      group: null,
      entryId: blocker.entry.id,
      cells: cellsOf(blocker),
    })),
    empty: 'Nothing blocks the work.',
  };
}

function cellsOf({ entry, resolvedBy, ageDays }: Blocker): Readonly<Record<string, Figure>> {
  const from = resolvedBy ? [entry, resolvedBy] : [entry];
  const status = resolvedBy
    ? textFigure('Status', 'Resolved', [from, 'A statement says that it is gone.'], {
        tone: 'good',
      })
    : textFigure('Status', 'Open', [from, 'No later statement says that it is gone.']);
  const how = resolvedBy
    ? 'Days from the first statement to the one that says that it is gone.'
    : 'Days from the first statement to the day of this report.';
  return {
    what: labelFigure('Blocker', entry),
    status,
    ...(ageDays !== null && { age: quantityFigure('Age', ageDays, 'day', [from, how]) }),
    ...(resolvedBy?.saidOn && {
      resolved: dateFigure('Resolved', { date: resolvedBy.saidOn, precision: 'day' }, [
        [resolvedBy],
        'When it was said that it is gone.',
      ]),
    }),
  };
}
