import { foundRates, type ErrorCount, type FoundCount } from '#domain';
import type { CallFigures } from '../../libs/engines/src/eval/calls.ts';
import type { PointsFound } from '../../libs/engines/src/eval/items.ts';
import type { Rouge } from '../../libs/engines/src/language/testing/rouge.ts';
import type { MeasuredLanguage } from './language.ts';
import { decimal, percent, points, type Row } from './table.ts';

/** A line of the table: its title, and its cell for an engine; `null` where that does not apply. */
type Line = readonly [title: string, cell: (result: MeasuredLanguage) => string | null];

const LINES: readonly Line[] = [
  ['word errors as heard', ({ correction }) => rate(correction?.before.words)],
  ['word errors corrected', ({ correction }) => rate(correction?.after.words)],
  ['character errors as heard', ({ correction }) => rate(correction?.before.characters)],
  ['character errors corrected', ({ correction }) => rate(correction?.after.characters)],
  ['turns made worse', ({ correction: c }) => (c ? `${c.madeWorse} of ${c.turns}` : null)],
  ['changes taken, refused', ({ correction: c }) => (c ? `${c.taken}, ${c.refused}` : null)],
  ['area under the curve', ({ significance: s }) => s && decimal(s.engine.areaUnderCurve)],
  ['precision of the pins', ({ significance: s }) => s && decimal(s.engine.precisionOfPins)],
  ['ROUGE-1, 2, L', ({ summaries }) => summaries && rouge(summaries.rouge)],
  ['names, numbers, dates traced', ({ summaries: s }) => s && percent(s.traced, s.facts)],
  [
    'coverage by thirds',
    ({ summaries: s }) => s && s.thirds.map((third) => percent(third)).join(', '),
  ],
  ...pointLines('action items', ({ actionItems }) => actionItems),
  ['  by the right person', ({ actionItems: a }) => a && `${a.assigned.right} of ${a.assigned.of}`],
  ...pointLines('decisions', ({ decisions }) => decisions),
  ['time to correct', ({ calls }) => time(calls.correct)],
  ['time to score', ({ calls }) => time(calls.score)],
  ['time to summarise', ({ calls }) => time(calls.summarise)],
  ['tokens read, written', ({ calls }) => tokens(Object.values(calls))],
  ['failed calls', ({ calls }) => failed([calls.correct, calls.score, calls.summarise])],
  ['most memory of the process', ({ peakMebibytes }) => `${peakMebibytes} MiB`],
];

/** The results side by side, with the baselines that need no engine. */
export function languageRows(results: readonly MeasuredLanguage[]): readonly Row[] {
  const [first] = results;
  const baselines = [
    ...(first?.significance?.baselines ?? []),
    ...(first?.summaries?.baselines ?? []),
  ];
  const names = [...new Set(baselines.map(({ name }) => name))];
  const head: Row = ['', ...results.map(({ engine }) => engine), ...names];
  const lines = LINES.flatMap(([title, cell]): Row[] => {
    const cells = results.map((result) => cell(result));
    if (cells.every((each) => each === null)) return [];
    return [
      [
        title,
        ...cells.map((each) => each ?? '–'),
        ...names.map((name) => ofBaseline(title, name, first)),
      ],
    ];
  });
  return [head, ...lines];
}

function ofBaseline(title: string, name: string, result: MeasuredLanguage | undefined): string {
  const ordering = result?.significance?.baselines.find((each) => each.name === name);
  const summary = result?.summaries?.baselines.find((each) => each.name === name);
  if (title === 'area under the curve') return ordering ? decimal(ordering.areaUnderCurve) : '';
  if (title === 'precision of the pins') return ordering ? decimal(ordering.precisionOfPins) : '';
  if (title === 'ROUGE-1, 2, L') return summary ? rouge(summary) : '';
  return '';
}

function pointLines(
  what: string,
  of: (result: MeasuredLanguage) => PointsFound | null,
): readonly Line[] {
  const cell = (counted: (found: PointsFound) => FoundCount) => (result: MeasuredLanguage) => {
    const found = of(result);
    return found && rates(counted(found));
  };
  return [
    [`${what}: precision, recall, F1`, cell(({ all }) => all)],
    ['  certain ones only', cell(({ certain }) => certain)],
  ];
}

function rates(count: FoundCount): string {
  const { precision, recall, f1 } = foundRates(count);
  return `${[precision, recall, f1].map(decimal).join(', ')} (${count.right}/${count.given})`;
}

function rate(count: ErrorCount | undefined): string | null {
  return count === undefined ? null : percent(count.errors, count.of);
}

function rouge({ one, two, longest }: Rouge): string {
  return [one, two, longest].map(points).join(', ');
}

function time(figures: CallFigures | null): string | null {
  if (figures === null || figures.calls === 0) return null;
  const { calls, totalMs, slowestMs } = figures;
  return `${calls} × ${(totalMs / calls).toFixed(1)} ms, at most ${slowestMs.toFixed(0)}`;
}

function tokens(all: readonly (CallFigures | null)[]): string | null {
  const counts = all.flatMap((figures) => figures?.tokens ?? []);
  if (counts.length === 0) return null;
  const of = (kind: 'input' | 'output') => counts.reduce((sum, count) => sum + count[kind], 0);
  return `${of('input')}, ${of('output')}`;
}

function failed(all: readonly (CallFigures | null)[]): string {
  const failures = all.flatMap((figures) => Object.entries(figures?.failures ?? {}));
  if (failures.length === 0) return '0';
  const counts = new Map<string, number>();
  for (const [code, count] of failures) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => `${count} ${code}`).join(', ');
}
