/** Words of grammar: articles, pronouns, prepositions, conjunctions and auxiliaries. */
export const FUNCTION_WORDS: ReadonlySet<string> = setOf(
  'a an the this that these those my your his her its our their some any each every either neither',
  'i you he she it we they me him us them who whom whose which what where when why how',
  'of in on at to for from with by about into onto over under after before between through during',
  'without within against among around out off up down and or but nor so yet if because although',
  'though while until unless than as then there here now also too very just only even not no',
  'is am are was were be been being do does did have has had can could shall should will would may',
  'might must ought all both more most much many few such same other another well again once',
);
/** Words of grammar that are also names or nouns, whose capital means something. */
export const ALSO_NAMES: ReadonlySet<string> = setOf('will may us it who i');
/** Words that are bound to the word after them: no sentence or clause ends there. */
export const BOUND_FORWARD: ReadonlySet<string> = setOf(
  'a an the my your our their its not never nor neither hardly barely without',
);
/** The subject pronouns. */
export const SUBJECTS: ReadonlySet<string> = setOf('i you he she it we they');
/** Auxiliaries, which stand before their subject in a question. */
export const AUXILIARIES: ReadonlySet<string> = setOf(
  "is am are was were do does did have has had can could shall should will would may might must isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't can't couldn't shouldn't won't wouldn't",
);

/** Parses lines of words into a set. */
export function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
