import { cellKind, type CellKind } from './cell-kind.rule.ts';

/** Rows below a possible heading that are compared with it. */
const COMPARED_ROWS = 12;
/** Share of the columns that a heading row fills; a title above the table fills fewer. */
const FILLED_SHARE = 0.6;

/** How sure a heading must be: `likely` also takes a table of words only. */
export type HeadingEvidence = 'likely' | 'clear';

/**
 * The row with the headings of a table.
 * @param rows cells without white space around them; `''` for an empty one
 * @returns its index; `null` when the table has no headings
 */
export function headingRow(
  rows: readonly (readonly string[])[],
  evidence: HeadingEvidence,
): number | null {
  const counts = rows.map((row) => row.filter((cell) => cell !== '').length);
  const widest = counts.reduce((most, count) => Math.max(most, count), 0);
  if (widest < 2) return null;
  const index = counts.findIndex((count) => count >= Math.max(2, widest * FILLED_SHARE));
  const heading = rows[index] ?? [];
  const body = rows.slice(index + 1, index + 1 + COMPARED_ROWS);
  if (body.length === 0) return null;
  const votes = heading.map((cell, column) => vote(cell, body, column));
  const sum = votes.reduce((total, each) => total + each, 0);
  return sum >= (evidence === 'clear' ? 1 : 0) ? index : null;
}

/** Whether a column speaks for (1), against (-1, decisively -Infinity) or neither way (0). */
function vote(heading: string, body: readonly (readonly string[])[], column: number): number {
  if (heading === '') return 0;
  const kind = cellKind(heading);
  if (kind === 'number') return -Infinity;
  const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  const below = mostFrequent(cells.map(cellKind));
  if (below === null) return 0;
  if (kind === 'word') return voteOfWord(heading, cells, below);
  if (below === 'number') return 1;
  return below === 'word' ? 0 : -1;
}

function voteOfWord(heading: string, cells: readonly string[], below: CellKind): number {
  if (below !== 'word') return 1;
  return cells.includes(heading) ? -1 : 0;
}

function mostFrequent(kinds: readonly CellKind[]): CellKind | null {
  const counts = new Map<CellKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}
