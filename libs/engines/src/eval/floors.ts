import { foundRates } from '#domain';
import type { LanguageResult } from './language-result.ts';

/** The least, or the most, that a figure of the builtin engine may be in the committed conversations. */
interface Floor {
  readonly what: string;
  readonly of: (result: LanguageResult) => number | null | undefined;
  readonly least?: number;
  readonly most?: number;
}

/**
 * The floors of the builtin engine in the committed conversations, a little below what it reaches. A result
 * that drops below them is worse than it was.
 */
const FLOORS: readonly Floor[] = [
  { what: 'turns made worse by corrections', of: (r) => r.correction?.madeWorse, most: 0 },
  {
    what: 'share of the word errors that is left',
    of: ({ correction: c }) => c && c.after.words.errors / c.before.words.errors,
    most: 0.75,
  },
  {
    what: 'share of the character errors that is left',
    of: ({ correction: c }) => c && c.after.characters.errors / c.before.characters.errors,
    most: 0.85,
  },
  {
    what: 'area under the curve',
    of: (r) => r.significance?.engine.areaUnderCurve,
    least: 0.8,
  },
  { what: 'precision of the pins', of: (r) => r.significance?.engine.precisionOfPins, least: 0.64 },
  { what: 'ROUGE-1', of: (r) => r.summaries?.rouge.one, least: 0.45 },
  { what: 'ROUGE-2', of: (r) => r.summaries?.rouge.two, least: 0.2 },
  { what: 'ROUGE-L', of: (r) => r.summaries?.rouge.longest, least: 0.31 },
  {
    what: 'share of names, numbers and dates that are traced',
    of: ({ summaries: s }) => s && s.traced / s.facts,
    least: 0.99,
  },
  {
    what: 'share of the key points in the third with the fewest',
    of: (r) => r.summaries && Math.min(...r.summaries.thirds),
    least: 0.22,
  },
  {
    what: 'precision of the certain action items',
    of: ({ actionItems: a }) => a && foundRates(a.certain).precision,
    least: 0.96,
  },
  {
    what: 'recall of the action items',
    of: ({ actionItems: a }) => a && foundRates(a.all).recall,
    least: 0.83,
  },
  {
    what: 'precision of the certain decisions',
    of: ({ decisions: d }) => d && foundRates(d.certain).precision,
    least: 0.9,
  },
  {
    what: 'recall of the decisions',
    of: ({ decisions: d }) => d && foundRates(d.all).recall,
    least: 0.8,
  },
];

/** The floors that a result does not reach, each as a sentence. */
export function missedFloors(result: LanguageResult): readonly string[] {
  return FLOORS.flatMap(({ what, of, least = -Infinity, most = Infinity }) => {
    const value = of(result);
    if (value === undefined || value === null) return [`${what}: not measured`];
    if (value >= least && value <= most) return [];
    const limit = value < least ? `at least ${least}` : `at most ${most}`;
    return [`${what}: ${value.toFixed(3)}, expected ${limit}`];
  });
}
