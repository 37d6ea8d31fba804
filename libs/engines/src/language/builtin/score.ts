import type { Significance, SpokenText } from '#contracts/model';
import type { Score, ScoreRequest } from '../language-engine.port.ts';
import { isNegatedOrHypothetical, tellsFiction } from './score/guards.ts';
import { NOTABLE, PIVOTAL, type Sign } from './score/rubric.table.ts';
import { triviality } from './score/trivial.ts';
import { sentencesOf } from './text/sentences.ts';

const LEVELS: Readonly<Record<Significance, string>> = {
  0: 'Trivial',
  1: 'Minor',
  2: 'Notable',
  3: 'Pivotal',
};
/** Number of prior turns that are considered for a memory. */
const NEAR_TURNS = 2;
const YES =
  /^(?:(?:oh|um|well)[\s,]+)*(?:yes|yeah|yep|yup|of course|absolutely|i do|i will|i did|i am|we are|we did|she did|he did|definitely|positive)\b/iu;
const NO = /^(?:(?:oh|um|well)[\s,]+)*(?:no|nope|never|i don't|i won't|i can't|i didn't)\b/iu;

/** Scores a memory by signs in its text; `RUBRIC_VERSION` documents the levels. */
export function score({ narrative, priorDialogue }: ScoreRequest): Score {
  const near = priorDialogue.slice(-NEAR_TURNS);
  const answer = scoreOfAnswer(narrative, near.at(-1));
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

/** The score of a yes-or-no answer to a question about a pivotal sign; `null` for other texts. */
function scoreOfAnswer(narrative: string, question: SpokenText | undefined): Score | null {
  const plain = narrative.replaceAll('’', "'").trim();
  const asked = question?.text.replaceAll('’', "'").trim() ?? '';
  if (!asked.endsWith('?') || tellsFiction(asked)) return null;
  const sign = PIVOTAL.find(({ pattern }) => asked.match(pattern) !== null);
  if (sign === undefined) return null;
  if (YES.test(plain)) return verdict(3, `it says yes to a question about ${sign.names}`);
  return NO.test(plain) ? verdict(2, `it says no to a question about ${sign.names}`) : null;
}

function firstSign(sentences: readonly string[], signs: readonly Sign[]): Sign | null {
  const factual = sentences.filter((sentence) => !tellsFiction(sentence));
  const found = signs.find((sign) => factual.some((sentence) => shows(sentence, sign)));
  return found ?? null;
}

function shows(sentence: string, { pattern, significance }: Sign): boolean {
  if (significance === 3 && sentence.endsWith('?')) return false;
  return Array.from(sentence.matchAll(pattern)).some(
    ({ 0: found, index }) => !isNegatedOrHypothetical(sentence, index, found),
  );
}

function verdict(significance: Significance, because: string): Score {
  return { significance, reason: `${LEVELS[significance]}: ${because}.` };
}
