import { readCases, type Cases } from '../../libs/engines/src/eval/cases.ts';
import { dialoguesOf } from '../../libs/engines/src/eval/dialogues.ts';
import { FaultyCasesError } from '../../libs/engines/src/eval/read-lines.ts';
import { evaluateAgents } from './agents.ts';
import { evaluateCorrections } from './corrections.ts';
import { evaluateHearing } from './hearing.ts';
import { evaluateHints } from './hints.ts';
import { evaluateLanguage } from './language.ts';
import type { Evaluated, EvaluationOptions } from './options.ts';
import { evaluateSignificance } from './significance.ts';
import { evaluateRecordings } from './recordings.ts';
import { evaluateSpeech } from './speech.ts';
import { evaluateVoices } from './voices.ts';

type Evaluation = (options: EvaluationOptions) => Evaluated | Promise<Evaluated>;

/** The evaluations, by the names that `npm run eval -- …` accepts, in the order in which they run. */
const EVALUATIONS: Readonly<Record<string, Evaluation>> = {
  corrections: evaluateCorrections,
  significance: evaluateSignificance,
  language: evaluateLanguage,
  agents: evaluateAgents,
  speech: (options) =>
    options.data === undefined ? evaluateSpeech(options) : evaluateRecordings(options),
  hearing: () => evaluateHearing(),
  hints: () => evaluateHints(),
  voices: () => evaluateVoices(),
};

/** Whether there are cases of a user for an evaluation. */
const FOR_CASES: Readonly<Record<string, (cases: Cases) => boolean>> = {
  corrections: ({ edits }) => edits.length > 0,
  significance: ({ conversations }) => dialoguesOf(conversations).length > 0,
  language: ({ conversations }) => conversations.length > 0,
  speech: ({ recordings }) => recordings.length > 0,
};

/**
 * Runs evaluations one after the other.
 * @param requested their names; without any, all that there are cases for, and of the recordings only what
 *   takes less than a minute
 * @throws FaultyCasesError when a name is unknown or cases cannot be read
 */
export async function runEvaluations(
  requested: readonly string[],
  options: Omit<EvaluationOptions, 'isThorough'>,
): Promise<{ readonly met: boolean; readonly evaluations: Readonly<Record<string, Evaluated>> }> {
  const unknown = requested.filter((name) => !(name in EVALUATIONS));
  if (unknown.length > 0) {
    const known = Object.keys(EVALUATIONS).join(', ');
    throw new FaultyCasesError([
      `There is no evaluation ${unknown.join(', ')}; there are ${known}.`,
    ]);
  }
  const names = namesFor(requested, options.data);
  const evaluations: Record<string, Evaluated> = {};
  for (const name of names) {
    const evaluated = await EVALUATIONS[name]?.({ ...options, isThorough: requested.length > 0 });
    if (evaluated === undefined) continue;
    evaluations[name] = evaluated;
    console.log('');
  }
  return { met: Object.values(evaluations).every(({ met }) => met), evaluations };
}

/** They take minutes, so they are measured by their names only. */
const BY_NAME = new Set(['hearing', 'hints']);
/** Without names, the significance is measured with everything else of conversations. */
const WITH_OTHERS = new Set(['significance']);

/** What to run. @throws FaultyCasesError when the cases of the user are not for what is requested */
function namesFor(requested: readonly string[], data: string | undefined): readonly string[] {
  if (data === undefined) return requested.length > 0 ? requested : usual();
  const cases = readCases(data);
  const useless = requested.filter((name) => FOR_CASES[name]?.(cases) !== true);
  if (useless.length > 0)
    throw new FaultyCasesError([`${data}: there are no cases for ${useless.join(', ')} in it`]);
  if (requested.length > 0) return requested;
  return Object.keys(FOR_CASES).filter(
    (name) => FOR_CASES[name]?.(cases) === true && !WITH_OTHERS.has(name),
  );
}

function usual(): readonly string[] {
  return Object.keys(EVALUATIONS).filter((name) => !BY_NAME.has(name));
}
