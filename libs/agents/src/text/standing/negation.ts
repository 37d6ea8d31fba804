import { wordTest } from './word-test.ts';

/**
 * What is denied here is not the amount before it: "not a euro more", "and haven't touched it",
 * "but nothing's signed".
 */
const HARMLESS = [
  '(?<!\\p{L})(?:and )?not (?:a|one) (?:single )?(?:cent|penny|euro|dollar|pound)(?: more)?(?!\\p{L})',
  '(?<!\\p{L})(?:und )?keinen (?:euro|cent) mehr|pas un (?:euro|centime|sou) de plus|ni un[oa]? (?:(?:euro|céntimo|duro) )?más',
  "(?:(?<!\\p{L})(?:and|but)|,) (?:(?:we|i|they) )?(?:have not|has not|haven['’]t|hasn['’]t) (?:yet )?(?:touched|used|spent|opened|needed|broken into|dipped into) (?:it|any|them|that|a cent|a penny|much)(?: of (?:it|that|them))?(?: yet)?",
  "(?<!\\p{L})(?:hopefully |probably |maybe )?(?:won['’]t|will not|don['’]t|do not) need (?:it|them|that|any of it)",
  "(?<!\\p{L})(?:not|never) (?:touching|using|spending|dipping into) (?:it|that|them|any of it)|(?:not|never|don['’]t) (?:spend|pay|go) (?:more than|over|above)",
  '(?<!\\p{L})(?:nobody|no one|no-one) (?:has |have )?(?:yet )?(?:agreed|signed|decided|confirmed|answered)',
  "(?<!\\p{L})(?:is|are)(?:n['’]t| not) due (?:until|till|before)",
  "(?<!\\p{L})(?:nothing new|next to nothing|(?:can['’]t|cannot|couldn['’]t) afford|(?:won['’]t|will not|wouldn['’]t) (?:go|come|do it) (?:below|under|for less))",
  "(?<!\\p{L})nothing(?:['’]s| is| has been| was)? (?:yet )?(?:signed|agreed|decided|fixed|final|settled|confirmed|booked|ordered|official|in writing)",
  "(?<!\\p{L})(?:we|i|they) (?:have not|haven['’]t|had not|hadn['’]t) (?:yet )?(?:decided|signed|agreed|answered|replied|accepted|said yes|confirmed)(?: (?:anything|yet|on it|it))?",
  "(?<!\\p{L})(?:i|we) (?:don['’]t|do not) (?:regret|mind)",
  "(?<!\\p{L})(?:no promises|(?:i |we )?(?:can['’]?t|cannot|won['’]t|not) (?:promis|guarante)(?:e|ing)(?: anything| it| that)?|no guarantees?|no-\\p{L}+)",
  '(?<!\\p{L})no (?:idea|extensions?|excuses?|exceptions?|ifs(?: (?:and|or) buts)?|matter what|changes there|change there|rush)(?!\\p{L})',
  "(?<!\\p{L})so,? (?:there['’]s )?no (?!one|\\p{L}+ (?:has|is|will|can|was|have|had|in|on|by|for)(?!\\p{L}))\\p{L}+(?: \\p{L}+)?(?=[.!]?$)",
  "which (?:isn['’]t|is not|wasn['’]t|was not) what (?:we|i|they)[^.;]{0,60}|(?:can['’]t|cannot|couldn['’]t) get (?:it|them|that) (?:any )?(?:cheaper|lower|for less)",
  "(?:aún|todavía) no hemos (?:firmado|decidido|aceptado)(?: nada)?|on n['’]a (?:encore )?rien signé|rien n['’]est signé",
  "(?<!\\p{L})(?:aber )?noch (?:nichts|nicht) (?:unterschrieben|entschieden|angerührt|fest)|rien (?:n[’']est|de) signé|nada firmado",
].join('|');

/** Phrases with a "no" or "not" that denies nothing. */
const NO_NEGATION = new RegExp(
  [
    '^\\s*(?:(?:yeah|yes|well|oh|ah|so|and|but|okay|ok|ja|oui|sí),?\\s+){0,2}(?:no|nope|nein|non|nee)\\s*[,.!;:–-]',
    '(?<!\\p{L})(?:yeah,? no|no,? wait|wait,? no|no,? sorry|sorry,? no)(?!\\p{L})',
    HARMLESS,
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
