import type { Figure, ReportBlock, ReportContent } from '../api/types.ts';

/** A figure with its address in the dashboard, which is in the URL while its evidence is open. */
export interface KeyedFigure {
  readonly key: string;
  readonly figure: Figure;
}

/** A column of a table. */
export interface TableColumn {
  readonly key: string;
  readonly label: string;
}

/** A row of a table. */
export interface KeyedRow {
  readonly key: string;
  /** Heading under which it is shown; `null` for none. */
  readonly group: string | null;
  /** The entry that it shows; `null` for none or several. */
  readonly entryId: string | null;
  readonly cells: Readonly<Record<string, KeyedFigure>>;
}

/** Any block as a table: what its "Table" view and its CSV file show. */
export interface KeyedTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly KeyedRow[];
}

/** Joins the parts of an address: the agent, the block, the row, and the column. */
export function keyOf(...parts: readonly (string | number)[]): string {
  return parts.join('/');
}

/** The agent in an address. */
export function agentOf(key: string): string {
  return key.split('/')[0] ?? '';
}

/**
 * Converts a block to a table.
 *
 * @param path - Address of the block, from {@link keyOf}.
 */
export function tableOf(block: ReportBlock, path: string): KeyedTable {
  switch (block.kind) {
    case 'bars':
      return tableOfBars(block, path);
    case 'months':
      return tableOfMonths(block, path);
    case 'timeline':
      return tableOfTimeline(block, path);
    case 'table':
      return tableOfTable(block, path);
  }
}

/**
 * Every figure of a report by its address.
 *
 * @param agent - Name of the agent.
 * @param content - Content of its report.
 */
export function figuresByKey(agent: string, content: ReportContent): ReadonlyMap<string, Figure> {
  const header = content.figures.map((figure) => headerFigure(agent, figure));
  const blocks = content.blocks.flatMap((block) =>
    tableOf(block, keyOf(agent, block.key)).rows.flatMap(({ cells }) => Object.values(cells)),
  );
  return new Map([...header, ...blocks].map(({ key, figure }) => [key, figure]));
}

/** A figure of the header with its address. */
export function headerFigure(agent: string, figure: Figure): KeyedFigure {
  return { key: keyOf(agent, 'header', figure.label), figure };
}

type Block<Kind extends ReportBlock['kind']> = Extract<ReportBlock, { kind: Kind }>;
type Cells = Readonly<Record<string, Figure | null>>;

const NAME = 'name';

function textFigure(text: string): Figure {
  return { label: text, value: { kind: 'text', text }, entries: [], how: '' };
}

function rowOf(path: string, name: string, named: string, cells: Cells): KeyedRow {
  const all = [[NAME, textFigure(named)] as const, ...Object.entries(cells)];
  const keyed = all.flatMap(([column, figure]) =>
    figure === null ? [] : [[column, { key: keyOf(path, name, column), figure }] as const],
  );
  return { key: name, group: null, entryId: null, cells: Object.fromEntries(keyed) };
}

/** Columns of figures that some row has; each is named by the label of its first figure. */
function columnsOf(
  first: string,
  names: Readonly<Record<string, string>>,
  rows: readonly KeyedRow[],
) {
  const used = Object.entries(names).filter(([key]) => rows.some(({ cells }) => key in cells));
  return [{ key: NAME, label: first }, ...used.map(([key, label]) => ({ key, label }))];
}

function tableOfBars({ bars }: Block<'bars'>, path: string): KeyedTable {
  const rows = bars.map(({ label, value, more, reference }) =>
    rowOf(path, label, label, { value, more, reference }),
  );
  const labelOf = (part: 'value' | 'more' | 'reference') =>
    bars.find((bar) => bar[part] !== null)?.[part]?.label ?? part;
  const names = {
    value: labelOf('value'),
    more: labelOf('more'),
    reference: labelOf('reference'),
  };
  return { columns: columnsOf('Name', names, rows), rows };
}

function tableOfMonths({ months }: Block<'months'>, path: string): KeyedTable {
  const rows = months.map(({ month, value, cumulative, planned, forecast }) =>
    rowOf(path, month, forecast ? `${month} (forecast)` : month, { value, cumulative, planned }),
  );
  const names = { value: 'In the month', cumulative: 'So far', planned: 'Planned so far' };
  return { columns: columnsOf('Month', names, rows), rows };
}

function tableOfTimeline({ items }: Block<'timeline'>, path: string): KeyedTable {
  const rows = items.map(({ label, on, moved, status }) => {
    const ghosts = moved.map((figure, index) => [`moved${index}`, figure] as const);
    return rowOf(path, label, label, {
      on,
      ...Object.fromEntries(ghosts),
      status: status === null ? null : textFigure(status),
    });
  });
  const most = Math.max(0, ...items.map(({ moved }) => moved.length));
  const earlier = Array.from(
    { length: most },
    (_, index) => [`moved${index}`, most === 1 ? 'Was' : `Was (${index + 1})`] as const,
  );
  const names = { on: 'Date', ...Object.fromEntries(earlier), status: 'Status' };
  return { columns: columnsOf('Name', names, rows), rows };
}

function tableOfTable({ columns, rows }: Block<'table'>, path: string): KeyedTable {
  return {
    columns,
    rows: rows.map(({ group, entryId, cells }, index) => {
      const key = entryId ?? `row${index}`;
      const keyed = Object.entries(cells).map(
        ([column, figure]) => [column, { key: keyOf(path, key, column), figure }] as const,
      );
      return { key: `${index} ${key}`, group, entryId, cells: Object.fromEntries(keyed) };
    }),
  };
}
