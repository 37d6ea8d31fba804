import { wordTest } from './word-test.ts';

/** Phrases with a "no" or "not" that denies nothing. */
const NO_NEGATION = new RegExp(
  [
    '^\\s*(?:(?:yeah|yes|well|oh|ah|so|and|but|okay|ok|ja|oui|sí),?\\s+){0,2}(?:no|nope|nein|non|nee)\\s*[,.!;:–-]',
    '(?<!\\p{L})(?:yeah,? no|no,? wait|wait,? no|no,? sorry|sorry,? no)(?!\\p{L})',
    "(?<!\\p{L})(?:not only|not just|not a (?:cent|penny|euro) more|(?:not|no|nicht|pas) (?:more|mehr|plus)(?=\\s*[.,;!]?\\s*$)|no (?:more|less|later|fewer) than|not (?:more|less) than|no doubt|no problem|no worries|not to mention|why not|whether or not|not (?:really |quite |100% )?sure|don'?t (?:really )?know|can'?t remember|don'?t (?:quite )?remember|don'?t forget|nicht nur|nicht mehr als|nicht sicher|weiß nicht|kein problem|pas sûre?|pas seulement|no estoy segur[oa]|no sólo|no solo|no más de|correct me|no\\.? ?\\d)",
  ].join('|'),
  'giu',
);

const NEGATION = wordTest(
  "not|\\p{L}{2,8}n['’]t|never|no|none|nobody|nothing|neither|nor|cannot|without|didnt|dont|wont|hasnt|havent|wasnt",
  'nicht|kein|keine[nmrs]?|nie|niemals|weder|ohne',
  "n['’]\\p{L}{1,12} (?:\\p{L}{1,8} )?(?:pas|jamais|rien|plus)|ne \\p{L}{1,14} (?:\\p{L}{1,8} )?(?:pas|jamais|rien)|pas|jamais|aucune?|sans",
  'nunca|jamás|ning[uú]n|ninguna|tampoco|sin',
);

/** Whether a sentence denies what it says. */
export function isNegated(sentence: string): boolean {
  return NEGATION(sentence.replace(NO_NEGATION, ' '));
}
