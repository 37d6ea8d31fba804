import { combine } from '../language/builtin/combine.ts';
import { correct } from '../language/builtin/correct.ts';
import { score } from '../language/builtin/score.ts';
import { summarise } from '../language/builtin/summarise.ts';
import { guardCorrection } from '../language/guard/guard.ts';
import type { MeasuredEngine } from './measured-engine.ts';

/** The rules of the builtin engine without its threads: the same answers, at once. */
export const BUILTIN_RULES: MeasuredEngine = {
  name: 'builtin',
  engine: {
    maxWholeCharacters: 48_000,
    maxSummaryCharacters: 16_000,
    correct: async (request) => correct(request),
    summarise: async (request) => summarise(request),
    combine: async (request) => combine(request),
    score: async (request) => score(request),
  },
  guard: async (corrections) => corrections.map(guardCorrection),
};
