import type { Figure, FigureValue, ReportEntry } from '#contracts/model';

/** Cells of a row that come from one entry. Empty ones are left out. */
export function cellsOf(
  entry: ReportEntry,
  values: Readonly<Record<string, FigureValue | string | null>>,
): Readonly<Record<string, Figure>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const shown = typeof value === 'string' ? textOf(value) : value;
      return shown === null ? [] : [[key, figureOf(entry, shown)]];
    }),
  );
}

function textOf(text: string): FigureValue | null {
  return text === '' ? null : { kind: 'text', text };
}

function figureOf({ id, label }: ReportEntry, value: FigureValue): Figure {
  return { label, value, entries: [id], how: 'As stated.' };
}

/** The date of an entry: when it is dated, otherwise when it was said. */
export function dateOf({ on, saidOn }: ReportEntry): FigureValue | null {
  if (on !== null) return { kind: 'date', on };
  return saidOn === null ? null : { kind: 'date', on: { date: saidOn, precision: 'day' } };
}
