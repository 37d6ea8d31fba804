import type { FactDate, Figure, FigureValue, ReportEntry } from '#contracts/model';

/** The entries that a figure was computed from, and how. */
type Origin = readonly [entries: readonly ReportEntry[], how: string];

/** A figure with any value. */
export function figure(
  label: string,
  value: FigureValue | null,
  [entries, how]: Origin,
  more: Pick<Figure, 'note' | 'tone'> = {},
): Figure {
  return { label, value, entries: [...new Set(entries.map(({ id }) => id))], how, ...more };
}

/** A figure that is a text; without a value for an empty one. */
export function textFigure(
  label: string,
  text: string | null,
  origin: Origin,
  more: Pick<Figure, 'note' | 'tone'> = {},
): Figure {
  return figure(label, text ? { kind: 'text', text } : null, origin, more);
}

/** A figure that is a date. */
export function dateFigure(label: string, on: FactDate | null, origin: Origin): Figure {
  return figure(label, on && { kind: 'date', on }, origin);
}

/** A figure that counts or measures in a unit, such as `day`. */
export function quantityFigure(
  label: string,
  quantity: number,
  unit: string,
  origin: Origin,
  more: Pick<Figure, 'note' | 'tone'> = {},
): Figure {
  return figure(label, { kind: 'quantity', quantity: String(quantity), unit }, origin, more);
}

/** What an entry is about, as it was said, with what people should know of it. */
export function labelFigure(label: string, entry: ReportEntry): Figure {
  const note = noteOf(entry);
  return textFigure(label, entry.label, [[entry], 'As it was said.'], note ? { note } : {});
}

function noteOf({ state, held, disputes }: ReportEntry): string | null {
  if (state === 'held') return held === 'unclear' ? 'heard unclearly, to confirm' : 'to confirm';
  return disputes.length > 0 ? `${disputes.length + 1} statements differ` : null;
}
