import type { Significance } from '#contracts/model';
import { languageOf } from '#domain';
import { LEVELS } from '../builtin/score/rubric.ts';
import { sentencesOf } from '../builtin/text/sentences.ts';
import { EvidenceText } from '../evidence/evidence-text.ts';
import { Statement } from '../evidence/statement.ts';
import { isTraced } from '../evidence/support.ts';
import type { ScoreRequest } from '../language-engine.port.ts';

const LONGEST_REASON = 300;

/**
 * The reason that a model gives for a score, if the memory bears it out: its names, numbers and dates are
 * checked as those of summaries are, and a word of it has to be said. Small models invent some, write nothing
 * but the name of a field, or leave tags of their own; then only the level is said.
 * @returns one sentence or a few for people
 */
export function provenReason(
  reason: string,
  significance: Significance,
  { narrative, priorDialogue }: ScoreRequest,
): string {
  const lines = [{ speaker: '', text: narrative }, ...priorDialogue].map((line) => ({
    ...{ turnId: '', segments: [], saidOn: null },
    ...line,
  }));
  const language = languageOf(lines.map(({ text }) => text));
  const evidence = new EvidenceText(lines, [], language);
  const plain = reason.trim();
  const statements = sentencesOf(plain).map((sentence) => new Statement(sentence, language));
  const isProven = statements.every((statement) => isTraced(statement, evidence));
  // Other languages may write no spaces between words.
  const isAbout = language === null || statements.some(({ stems }) => isSaid(stems, evidence));
  if (isProven && isAbout && plain.length <= LONGEST_REASON && !/<\/?\p{L}[^<>]*>/u.test(plain))
    return plain;
  return `${LEVELS[significance]}, as the model judged; its reason could not be traced to the text.`;
}

function isSaid(stems: ReadonlySet<string>, { vocabulary }: EvidenceText): boolean {
  return [...stems].some((stem) => vocabulary.has(stem));
}
