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

/** Figures that there is nothing raw to put beside. */
export interface BenchFigures {
  readonly name: string;
  /** Each figure with its unit, by what it is of. */
  readonly figures: Readonly<Record<string, string>>;
}

/** What a benchmark comes to. */
export type BenchResult = BenchRow | BenchFigures;

/** A row's verdict in a line, then its remarks; or all figures, one in a line. */
export function printed(result: BenchResult): string {
  if ('figures' in result) {
    const lines = Object.entries(result.figures).map(([what, value]) => `  ${what}: ${value}`);
    return [result.name, ...lines].join('\n');
  }
  const { name, beside, ours, raw, unit, ratio, aim, met, rounds, remarks } = result;
  const figures = `ours ${short(ours)}, raw ${short(raw)} ${unit}`;
  const verdict = `ratio ${ratio.toFixed(2)} (aim ${aim}: ${met ? 'met' : 'NOT met'})`;
  const lines = [name, `  beside ${beside}`, `  ${figures}; ${verdict}; medians of ${rounds}`];
  return [...lines, ...remarks.map((remark) => `  ${remark}`)].join('\n');
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
