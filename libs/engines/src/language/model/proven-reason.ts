import type { Significance } from '#contracts/model';
import { LEVELS } from '../builtin/score/rubric.ts';
import { sentencesOf } from '../builtin/text/sentences.ts';
import { wordsIn } from '../builtin/text/words.ts';
import type { ScoreRequest } from '../language-engine.port.ts';

const LONGEST_REASON = 300;

/**
 * The reason that a model gives for a score, if the memory bears it out. Small models invent names and
 * dates, or leave tags of their own; then only the level is said.
 * @returns one sentence or a few for people
 */
export function provenReason(
  reason: string,
  significance: Significance,
  { narrative, priorDialogue }: ScoreRequest,
): string {
  const said = [narrative, ...priorDialogue.flatMap(({ speaker, text }) => [speaker, text])];
  const known = new Set(said.flatMap((text) => wordsIn(text).map(({ key }) => bare(key))));
  const plain = reason.trim();
  const isProven = sentencesOf(plain).every((sentence) => statesOnly(sentence, known));
  if (isProven && plain.length <= LONGEST_REASON && !/<\/?\p{L}[^<>]*>/u.test(plain)) return plain;
  return `${LEVELS[significance]}, as the model judged; its reason could not be traced to the text.`;
}

/** Whether every number, and every name that does not begin the sentence, is known. */
function statesOnly(sentence: string, known: ReadonlySet<string>): boolean {
  return wordsIn(sentence).every(({ text, key }, at) => {
    const isName = at > 0 && /^\p{Lu}/u.test(text) && !/^I(?:$|['’])/u.test(text);
    if (!isName && !/\p{N}/u.test(text)) return true;
    return known.has(bare(key));
  });
}

function bare(key: string): string {
  return key.replace(/'s$/u, '');
}
