/** Number of words before a sign that are searched for a denial. */
const REACH_WORDS = 6;
const DENIAL =
  /\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|hardly|instead of|far from|wasn't|\p{L}+n't)\b/iu;
/** Denials that assert something: "I will never forget", "not only", "can't believe she died". */
const ASSERTING_DENIAL =
  /\b(?:not only|can't believe|cannot believe|couldn't believe|never thought|not sure how|why not)\b/iu;
const HYPOTHETICAL =
  /\b(?:if|whether|unless|in case|would|could|might|(?-i:may)|maybe|perhaps|suppose|imagine|imagining|pretend(?:ed|ing)?|what if|wish(?:es|ed)?|as though|almost|nearly|joked|joking|dreamt|dreamed|hypothetically|someday|one day|some day|th(?:inking|ought) (?:of|about)|consider(?:ed|ing|s)?|afraid (?:of|that)|scared (?:of|that)|worried (?:that|about)|fear(?:s|ed)? (?:that|of)|rumou?r)\b/iu;
const FICTION =
  /\b(?:in|from|of|about|watch(?:ed|ing)?|read(?:ing)?|saw|seen|on|at the end of|finished|played?|playing) (?:the|a|an|this|that|my|our|some|his|her)?\s?(?:\p{L}+ )?(?:movie|film|book|novel|series|show|tv show|episode|game|video game|story|comic|play|opera|musical|dream|nightmare|documentary|soap|anime|manga|netflix|trailer|song|scene|season|chapter)\b|\b(?:the|main|fictional|my) (?:character|hero|heroine|villain|avatar|sim)\b|\bonce upon a time\b/iu;
const INANIMATE_SUBJECT =
  /\b(?:phone|laptop|battery|computer|car|engine|server|process|worker|connection|line|internet|router|app|plant|printer|tv|disk|motor|job|call|session|idea|project|screen)(?:'s| has| had| just| suddenly)* $/iu;

/**
 * Whether the words around a sign invalidate it: it is denied, hypothetical, or about a thing.
 * @param at index of the sign in the sentence
 * @param found the text of the sign
 */
export function isNegatedOrHypothetical(sentence: string, at: number, found: string): boolean {
  const clause =
    sentence
      .slice(0, at)
      .split(/[,;:–—]|\b(?:but|although|though|however)\b/iu)
      .at(-1) ?? '';
  const near = clause
    .split(/\s+/u)
    .slice(-REACH_WORDS - 1)
    .join(' ');
  const lead = `${near}${/^\S+/u.exec(found)?.[0] ?? ''}`;
  if (denies(lead, found) || INANIMATE_SUBJECT.test(clause)) return true;
  return HYPOTHETICAL.test(clause) || /^\s*(?:if|what if|imagine|suppose)\b/iu.test(sentence);
}

/** Whether a text is about fiction: a film, a book, a game or a dream. */
export function tellsFiction(text: string): boolean {
  return FICTION.test(text);
}

/** Ignores a denial inside the sign itself, such as "I will never forget", which strengthens it. */
function denies(lead: string, found: string): boolean {
  const without = lead.slice(0, lead.length - (/^\S+/u.exec(found)?.[0].length ?? 0));
  const subject = /^(?:nobody|no one|none)\b/iu.test(found);
  return subject || (DENIAL.test(without) && !ASSERTING_DENIAL.test(without));
}
