import { parseArgs } from 'node:util';
import { evaluateAgents } from './eval/agents.ts';
import { evaluateCorrections } from './eval/corrections.ts';
import { evaluateSignificance } from './eval/significance.ts';
import { evaluateSpeech } from './eval/speech.ts';
import { evaluateVoices } from './eval/voices.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    model: { type: 'string' },
    modelUrl: { type: 'string' },
    modelKey: { type: 'string' },
  },
});

/** The evaluations, by the names that `npm run eval -- …` accepts. Each tells whether it is met. */
const EVALUATIONS = {
  agents: evaluateAgents,
  corrections: evaluateCorrections,
  significance: evaluateSignificance,
  speech: evaluateSpeech,
  voices: evaluateVoices,
} as const;
type EvaluationName = keyof typeof EVALUATIONS;

const isEvaluation = (name: string): name is EvaluationName => name in EVALUATIONS;

const requested = positionals.filter(isEvaluation);
const names = requested.length > 0 ? requested : Object.keys(EVALUATIONS).filter(isEvaluation);
const met: boolean[] = [];
for (const name of names) met.push(await EVALUATIONS[name](values));
process.exitCode = met.every(Boolean) ? 0 : 1;
