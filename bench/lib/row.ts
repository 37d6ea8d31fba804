/** One row of the benchmark: Afterword and a bare baseline, measured alternately in one run. */
export interface BenchRow {
  readonly name: string;
  /** What the raw figure measures. */
  readonly baseline: string;
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

/** Figures without a baseline. */
export interface BenchFigures {
  readonly name: string;
  /** Each figure with its unit, by name. */
  readonly figures: Readonly<Record<string, string>>;
}

/** The result of a benchmark. */
export type BenchResult = BenchRow | BenchFigures;

/** A row with its verdict and remarks, or all figures, one per line. */
export function printed(result: BenchResult): string {
  if ('figures' in result) {
    const lines = Object.entries(result.figures).map(([what, value]) => `  ${what}: ${value}`);
    return [result.name, ...lines].join('\n');
  }
  const { name, baseline, ours, raw, unit, ratio, aim, met, rounds, remarks } = result;
  const figures = `ours ${short(ours)}, raw ${short(raw)} ${unit}`;
  const verdict = `ratio ${ratio.toFixed(2)} (aim ${aim}: ${met ? 'met' : 'NOT met'})`;
  const lines = [name, `  baseline: ${baseline}`, `  ${figures}; ${verdict}; medians of ${rounds}`];
  return [...lines, ...remarks.map((remark) => `  ${remark}`)].join('\n');
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
