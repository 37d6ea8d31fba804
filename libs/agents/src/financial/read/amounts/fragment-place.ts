/** What stands around a number without a currency, in its sentence. */
export interface FragmentPlace {
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
  /** The number as it stands in the text. */
  readonly stated: string;
  /** Whether a thing that costs money is named, or what has become of it. */
  readonly isOfThing: boolean;
  /** Whether it stands in place of an amount that was stated shortly before. */
  readonly replaces: boolean;
  /** What was asked just before: a price, only a name ("And the band?"), or nothing. */
  readonly answers: 'price' | 'name' | 'nothing';
}

/** "Insurance, done, 235", "Booked, 1,900": the number is a fragment of its own. */
const FRAGMENT_BEFORE =
  /(?:[,:;–—-]|^)\s*(?:(?:so|and|or|oder|ou|for|at|still|noch|just|about|around|yes|yeah|und|also|y|et|oui|ja|sí),?\s+){0,2}$/iu;
/** "that's another three hundred", "it's 3,640" */
const IT_IS =
  /(?<!\p{L})(?:(?:that|it|they|this|which)(?:['’]s|['’]re| is| was| are| were| makes| made| comes to| came to|['’]ll be|['’]ll make| will be)|das (?:sind|waren|macht)|es (?:sind|waren)|macht|c['’]est|ça fait|c['’]était|son|fueron|es)\s+(?:(?:about|around|another|only|just|now|the usual|noch|nochmal|encore|otros)\s+){0,2}$/iu;
/** What may follow a fragment: its end, or what the amount is for. */
const FRAGMENT_AFTER =
  /^\s*(?:$|[.,;!?)–—]|(?:plus|and|but|so|flat|direct debit|after|before|less|minus|with|without|including|incl|or so|give or take|all told|in all|all in|in total|altogether|net|gross|(?:on|for) (?:the|our|both|all|everything)|und|plus|insgesamt|this|last|yesterday|today|on|by|für (?:den|die|das|beide|alles)|et|en tout|pour (?:le|la|les|tout)|y|en total|para (?:el|la|los|las|todo))(?!\p{L}))/iu;

/** Whether a number stands where a price does: alone, after "it's", "at" or the name of a thing. */
export function standsAsPrice({ sentenceBefore, sentenceAfter }: FragmentPlace): boolean {
  const isPlace =
    FRAGMENT_BEFORE.test(sentenceBefore) ||
    IT_IS.test(sentenceBefore) ||
    PRICE_BEFORE.test(sentenceBefore);
  return isPlace && FRAGMENT_AFTER.test(sentenceAfter);
}

/** "the hotel is 450", "he's at eleven hundred" */
const PRICE_BEFORE =
  /(?<!\p{L})(?:is|was|are|were|had|still|at|['’]s|to|with|for|ist|war|sind|est|était|es|era)\s+(?:(?:about|around|now|only|etwa|rund) )?$|['’]s\s$/iu;

/** Whether a number stands alone, or after "it's". */
export function standsAlone({ sentenceBefore, sentenceAfter }: FragmentPlace): boolean {
  const isAlone = FRAGMENT_BEFORE.test(sentenceBefore) || IT_IS.test(sentenceBefore);
  return isAlone && endsFragment(sentenceAfter);
}

/** Whether a fragment ends after its number, or goes on with what it is for. */
export function endsFragment(after: string): boolean {
  return FRAGMENT_AFTER.test(after);
}
