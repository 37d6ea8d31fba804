/** How far before a sign the words may stand that take it back. */
const REACH_WORDS = 6;
const DENIES =
  /\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|hardly|instead of|far from|wasn't|\p{L}+n't)\b/iu;
/** Denials that assert: "I will never forget", "not only", "can't believe she died". */
const ASSERTS =
  /\b(?:not only|can't believe|cannot believe|couldn't believe|never thought|not sure how|why not)\b/iu;
const SUPPOSES =
  /\b(?:if|whether|unless|in case|would|could|might|(?-i:may)|maybe|perhaps|suppose|imagine|imagining|pretend(?:ed|ing)?|what if|wish(?:es|ed)?|as though|almost|nearly|joked|joking|dreamt|dreamed|hypothetically|someday|one day|some day|th(?:inking|ought) (?:of|about)|consider(?:ed|ing|s)?|afraid (?:of|that)|scared (?:of|that)|worried (?:that|about)|fear(?:s|ed)? (?:that|of)|rumou?r)\b/iu;
const TOLD =
  /\b(?:in|from|of|about|watch(?:ed|ing)?|read(?:ing)?|saw|seen|on|at the end of|finished|played?|playing) (?:the|a|an|this|that|my|our|some|his|her)?\s?(?:\p{L}+ )?(?:movie|film|book|novel|series|show|tv show|episode|game|video game|story|comic|play|opera|musical|dream|nightmare|documentary|soap|anime|manga|netflix|trailer|song|scene|season|chapter)\b|\b(?:the|main|fictional|my) (?:character|hero|heroine|villain|avatar|sim)\b|\bonce upon a time\b/iu;
const THINGS =
  /\b(?:phone|laptop|battery|computer|car|engine|server|process|worker|connection|line|internet|router|app|plant|printer|tv|disk|motor|job|call|session|idea|project|screen)(?:'s| has| had| just| suddenly)* $/iu;

/** Whether the words around a sign take it back: denied, supposed, told of a story, or of a thing. */
export function isTakenBack(sentence: string, at: number, found: string): boolean {
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
  if (denies(lead, found) || THINGS.test(clause)) return true;
  return SUPPOSES.test(clause) || /^\s*(?:if|what if|imagine|suppose)\b/iu.test(sentence);
}

/** Whether a text speaks of something made up: a film, a book, a game, a dream. */
export function tellsFiction(text: string): boolean {
  return TOLD.test(text);
}

/** "I will never forget" denies within the sign itself, and says so much the more. */
function denies(lead: string, found: string): boolean {
  const without = lead.slice(0, lead.length - (/^\S+/u.exec(found)?.[0].length ?? 0));
  const subject = /^(?:nobody|no one|none)\b/iu.test(found);
  return subject || (DENIES.test(without) && !ASSERTS.test(without));
}
