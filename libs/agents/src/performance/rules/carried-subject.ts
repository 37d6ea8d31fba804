import type { Clause } from './clauses.ts';
import { isDelegation } from './delegation.ts';
import { statedText } from './english/full-verbs.ts';
import { isName } from './names.ts';

const PRONOUN = /^(?:he|she)(?<verb>['’](?:s|ll|d|ve))?(?= )/iu;
/** "He's promised" and "he's already fixed", but "he's fixing". */
const PERFECT =
  /^ (?:(?:already|now|just|also|kindly) )?(?:\p{L}+(?:ed|en|ne)|sent|done|built|made|bought|brought|said|agreed)(?![\p{L}])/iu;
const WORD = /(?<![\p{L}'’])\p{Lu}\p{Ll}+(?![\p{L}])/gu;

/**
 * A clause with the person whom "he" or "she" stands for, when the clause before it names exactly
 * one: "I talked to Jonas and he'll fix it". English only, because German writes all nouns so.
 */
export function withCarriedSubject(clause: Clause): string {
  const { previous, language } = clause;
  const text = statedText(clause);
  const found = language === 'en' ? PRONOUN.exec(text) : null;
  if (!found || isDelegation(previous)) return text;
  const names = new Set((previous.match(WORD) ?? []).filter((word) => isName(word, previous)));
  const [name] = names;
  if (name === undefined || names.size > 1) return text;
  const rest = text.slice(found[0].length);
  const verb = found.groups?.['verb'] ?? '';
  const full = /s$/iu.test(verb) ? (PERFECT.test(rest) ? ' has' : ' is') : verb;
  return `${name}${full}${rest}`;
}
