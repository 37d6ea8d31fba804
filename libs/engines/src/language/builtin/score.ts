import type { Significance, SpokenText } from '#contracts/model';
import type { Score, ScoreRequest } from '../language-engine.port.ts';
import { isTakenBack, tellsFiction } from './score/guards.ts';
import { NOTABLE, PIVOTAL, type Sign } from './score/rubric.table.ts';
import { triviality } from './score/trivial.ts';
import { sentencesOf } from './text/sentences.ts';

const LEVELS: Readonly<Record<Significance, string>> = {
  0: 'Trivial',
  1: 'Minor',
  2: 'Notable',
  3: 'Pivotal',
};
/** How many turns of prior dialogue still bear on a memory. */
const NEAR_TURNS = 2;
const YES =
  /^(?:(?:oh|um|well)[\s,]+)*(?:yes|yeah|yep|yup|of course|absolutely|i do|i will|i did|i am|we are|we did|she did|he did|definitely|positive)\b/iu;
const NO = /^(?:(?:oh|um|well)[\s,]+)*(?:no|nope|never|i don't|i won't|i can't|i didn't)\b/iu;

/** Scores a memory by signs in its words; see `RUBRIC_VERSION` for what the levels mean. */
export function score({ narrative, priorDialogue }: ScoreRequest): Score {
  const near = priorDialogue.slice(-NEAR_TURNS);
  const answer = answered(narrative, near.at(-1));
  if (answer !== null) return answer;
  const fiction = near.some(({ text }) => tellsFiction(text));
  const sentences = sentencesOf(narrative.replaceAll('’', "'"));
  const pivotal = fiction ? null : firstSign(sentences, PIVOTAL);
  if (pivotal !== null) return verdict(3, `it tells of ${pivotal.names}`);
  const trivial = triviality(narrative);
  if (trivial !== null) return verdict(0, trivial);
  const notable = firstSign(sentences, NOTABLE);
  if (notable !== null) return verdict(2, `it tells of ${notable.names}`);
  return verdict(1, 'no sign of anything more than ordinary information was found');
}

/** "Yes" weighs what was asked. */
function answered(narrative: string, question: SpokenText | undefined): Score | null {
  const plain = narrative.replaceAll('’', "'").trim();
  const asked = question?.text.replaceAll('’', "'").trim() ?? '';
  if (!asked.endsWith('?') || tellsFiction(asked)) return null;
  const sign = PIVOTAL.find(({ pattern }) => asked.match(pattern) !== null);
  if (sign === undefined) return null;
  if (YES.test(plain)) return verdict(3, `it says yes to a question about ${sign.names}`);
  return NO.test(plain) ? verdict(2, `it says no to a question about ${sign.names}`) : null;
}

function firstSign(sentences: readonly string[], signs: readonly Sign[]): Sign | null {
  const told = sentences.filter((sentence) => !tellsFiction(sentence));
  const found = signs.find((sign) => told.some((sentence) => shows(sentence, sign)));
  return found ?? null;
}

function shows(sentence: string, { pattern, significance }: Sign): boolean {
  if (significance === 3 && sentence.endsWith('?')) return false;
  return Array.from(sentence.matchAll(pattern)).some(
    ({ 0: found, index }) => !isTakenBack(sentence, index, found),
  );
}

function verdict(significance: Significance, because: string): Score {
  return { significance, reason: `${LEVELS[significance]}: ${because}.` };
}
