/** One line of the benchmark: ours beside the raw thing, measured in turn in one run. */
export interface BenchRow {
  readonly name: string;
  /** What the raw command is. */
  readonly beside: string;
  readonly unit: string;
  /** Medians of the rounds. */
  readonly ours: number;
  readonly raw: number;
  readonly rounds: number;
  readonly ratio: number;
  readonly aim: string;
  readonly met: boolean;
  readonly remarks: readonly string[];
}

/** A row's verdict in a line, then its remarks. */
export function printed(row: BenchRow): string {
  const figures = `ours ${short(row.ours)}, raw ${short(row.raw)} ${row.unit}`;
  const verdict = `ratio ${row.ratio.toFixed(2)} (aim ${row.aim}: ${row.met ? 'met' : 'NOT met'})`;
  const lines = [
    row.name,
    `  beside ${row.beside}`,
    `  ${figures}; ${verdict}; medians of ${row.rounds}`,
  ];
  return [...lines, ...row.remarks.map((remark) => `  ${remark}`)].join('\n');
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
