import { isDeepStrictEqual } from 'node:util';
import type { Figure, ReportContent, ReportEntry } from '#contracts/model';

/** What differs between two reports of one agent about one project. */
export interface ReportChanges {
  /** Header figures whose value or note differs. */
  readonly figures: readonly FigureChange[];
  readonly added: readonly ReportEntry[];
  readonly removed: readonly ReportEntry[];
  readonly changed: readonly { readonly before: ReportEntry; readonly after: ReportEntry }[];
}

/** A header figure in both reports; `null` where a report does not have it. */
export interface FigureChange {
  readonly label: string;
  readonly before: Figure | null;
  readonly after: Figure | null;
}

/** Compares the header figures and the entries of two reports. */
export function compareReports(before: ReportContent, after: ReportContent): ReportChanges {
  const earlier = entriesByIds(before.entries);
  const pairs = after.entries.map((entry) => ({
    before:
      idsOf(entry)
        .map((id) => earlier.get(id))
        .find(isPresent) ?? null,
    after: entry,
  }));
  const kept = new Set(pairs.map((pair) => pair.before));
  return {
    figures: figureChanges(before.figures, after.figures),
    added: pairs.flatMap((pair) => (pair.before === null ? [pair.after] : [])),
    removed: before.entries.filter((entry) => !kept.has(entry)),
    changed: pairs.flatMap((pair) => changeOf(pair.before, pair.after)),
  };
}

function changeOf(before: ReportEntry | null, after: ReportEntry) {
  return before === null || isDeepStrictEqual(before, after) ? [] : [{ before, after }];
}

/** An entry has its own id and those of its facts: a fact that is said again may become the first. */
function idsOf({ id, factIds }: ReportEntry): readonly string[] {
  return [id, ...factIds];
}

function entriesByIds(entries: readonly ReportEntry[]): ReadonlyMap<string, ReportEntry> {
  return new Map(entries.flatMap((entry) => idsOf(entry).map((id) => [id, entry] as const)));
}

function figureChanges(
  before: readonly Figure[],
  after: readonly Figure[],
): readonly FigureChange[] {
  const earlier = new Map(before.map((figure) => [figure.label, figure]));
  const later = new Map(after.map((figure) => [figure.label, figure]));
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .map((label) => ({
      label,
      before: earlier.get(label) ?? null,
      after: later.get(label) ?? null,
    }))
    .filter((change) => !isDeepStrictEqual(shown(change.before), shown(change.after)));
}

function shown(figure: Figure | null) {
  return figure === null ? null : { value: figure.value, note: figure.note };
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
