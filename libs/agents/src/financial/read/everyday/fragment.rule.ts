import type { CueKind } from '../cues.table.ts';
import { cuesIn } from '../cues.ts';
import { isCountable } from './countable.ts';
import { isListedMoney } from './money-list.rule.ts';
import { owedIn } from './owed.rule.ts';
import { isFromGiver } from './third-party.rule.ts';
import { isOrderedAfter } from './settled-after.rule.ts';

/** What stands around a number without a currency, in its sentence. */
export interface FragmentPlace {
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
  /** The number as it stands in the text. */
  readonly stated: string;
  /** What was asked just before: a price, only a name ("And the band?"), or nothing. */
  /** Whether a thing that costs money is named, or what has become of it. */
  readonly isOfThing: boolean;
  /** Whether it stands in place of an amount that was stated shortly before. */
  readonly replaces: boolean;
  readonly answers: 'price' | 'name' | 'nothing';
}

/** A smaller number in a fragment counts something. */
const LEAST_FRAGMENT = 20;
const YEAR = /^(?:19[5-9]\d|20[0-4]\d)$/;

/** "Insurance, done, 235", "Booked, 1,900": the number is a fragment of its own. */
const FRAGMENT_BEFORE =
  /(?:[,:;–—-]|^)\s*(?:(?:so|and|for|at|just|about|around|yes|yeah|und|also|y|et|oui|ja|sí),?\s+){0,2}$/iu;
/** "that's another three hundred", "it's 3,640" */
const IT_IS =
  /(?<!\p{L})(?:(?:that|it|they|this|which)(?:['’]s|['’]re| is| was| are| were| makes| made| comes to| came to|['’]ll be|['’]ll make| will be)|das (?:sind|waren|macht)|es (?:sind|waren)|macht|c['’]est|ça fait|c['’]était|son|fueron|es)\s+(?:(?:about|around|another|only|just|now|the usual|noch|nochmal|encore|otros)\s+){0,2}$/iu;
/** What may follow a fragment: its end, or what the amount is for. */
const FRAGMENT_AFTER =
  /^\s*(?:$|[.,;!?)–—]|(?:plus|and|but|so|flat|direct debit|with|without|including|incl|or so|give or take|all told|in all|all in|in total|altogether|net|gross|(?:on|for) (?:the|our|both|all|everything)|und|plus|insgesamt|this|last|yesterday|today|on|by|für (?:den|die|das|beide|alles)|et|en tout|pour (?:le|la|les|tout)|y|en total|para (?:el|la|los|las|todo))(?!\p{L}))/iu;

const DEALS: readonly CueKind[] = ['commitment', 'spent', 'quote', 'pay', 'invoice', 'cost'];
/** Less beside a word for income may be a number of sponsors or tickets. */
const LEAST_INCOME = 100;
/** "We ordered chairs, 300": how much or how many */
const PIECES =
  /(?<!\p{L})(?:ordered|bought|sold|printed|booked|rented|hired)\s(?:\p{L}+\s){0,2}\p{L}+s,\s*$/iu;

const PASSIVE = '(?:is|are|was|were|be|been|got|gets) (?:now |already |all |finally |not ){0,2}';
const HAS = '(?:has |have |had |just |already |finally |also ){0,3}';
const MOVED = `${HAS}(?:went out|gone out|goes out|came back|come back|comes back|came through|come through|went through|arrived|landed|${PASSIVE}(?:paid|settled|sent|transferred|wired|due|overdue|owed|outstanding|refunded|credited|reimbursed|approved|granted|confirmed)|should(?: have|['’]ve| of) (?:been|gone|come|arrived)|(?:is|are)n['’]t due|(?:is|are|has|have)n['’]t (?:here|in|come|arrived|landed|been paid))(?!\\p{L})`;
/** "The nine hundred for the speakers went out": only money is moved like this. */
const MOVES = new RegExp(
  `^\\s*,?\\s*(?:(?:for|from|to) (?:the |our |my |their )?(?:\\p{L}{1,24} ){1,4}?)?${MOVED}`,
  'iu',
);
const DEFINITE = /(?:^|[\s,;])(?:the|that|those|our|their|this|\p{L}+['’]s?)\s+(?:other\s+)?$/iu;

/** "wired the 4,000", "paid them their 300" */
const HANDED_OVER =
  /(?<!\p{L})(?:paid|pay|wired|transferred|sent|refunded|repaid|reimbursed|spent|owes?|überwiesen|bezahlt|versé|payé|payer|transfirió|pagado|pagar)(?: (?:us|them|him|her|back|out|over|off)){0,2} (?:the|their|its|those|our|his|her|die|les|los)\s+(?:other )?$/iu;

/** Verbs and papers whose plain number is money. */
const VERBS = [
  "offered|offers|put (?:aside|by|away|down)|set aside|saved(?: up)?|fronted|laid out|shelled out|approved|granted|pledged|added|made us|(?:set|knocked|put) (?:us|me|them|him|her) back|(?:haggled|knocked|beat|talked|got) (?:him|her|them|it|the price) down to|agreed (?:on|at|to)|settled (?:on|at)|swallowed|ate up|gets?|getting|handed (?:over|us)|credited|brought us|(?:giving|paying|sending|gave|sent|handed|wired|slipped) us|(?<!(?:we|i|you|to|not|they['’]ll) )want|(?:does|do|doing) (?:it|that|everything|all of it|the lot|the (?:whole )?\\p{L}{2,20}) for|(?:['’]ll|will) be|put (?:it )?on (?:the|my) card",
  '(?:offer|quote|estimate|invoice|bill|contract|paper|receipt) (?:says|said|reads|states|is for|was for|is|was)',
  '(?:raffle|tombola|bar|stall|kiosk|auction|collection|bake sale|caf[eé]|shop|box office|door|gate|lottery|fundraiser|benefit)s? (?:has |have |just |already ){0,2}(?:made|took|did|raised|brought|got)',
  'bietet|verlangt|nimmt|bekommt|kriegt|bewilligt|ausgelegt|zurückgelegt|demande|propose|touche|pide|piden|ofrece|recibe',
];
const HEDGED =
  '(?:us|about|around|another|an|a|extra|further|only|just|the|noch|weitere|otros|encore|nearly|exactly)';
const AFTER_VERB = new RegExp(`(?<!\\p{L})(?:${VERBS.join('|')})\\s+(?:${HEDGED} ){0,3}$`, 'iu');
/** "eighteen hundred tops", "3,200 in the pot" */
const BEFORE_LIMIT =
  /^\s*(?:tops|max(?:imum)?|at (?:the )?most|(?:put|set) (?:by|aside|away)|saved up|(?:is |are |still |left ){0,3}in (?:the|our) (?:pot|kitty|till|account|budget|bank)|im (?:topf|pott)|in der kasse|dans la (?:caisse|cagnotte)|en (?:la caja|el bote))(?!\p{L})/iu;
/** "Printing is 480 for the posters, it's ordered" */
const IS =
  /(?<!\p{L})(?:is|are|comes to|costs?|runs to|at|ist|kostet|liegt bei|est|coûte|revient à|es|cuesta|sale por)\s$/iu;
/** "Two hundred went on fabric" */
const WENT_ON =
  /^\s*(?:went|goes|is going) (?:on|into|towards?|to (?:the|our) \p{L}+(?:ers|ors|ists|ing|s) (?:and|for|at|$)|to (?:the|our) \p{L}+(?:ers|ors|ists)(?!\p{L}))(?! (?:strike|foot|a |the trip|tour|holiday|stage|board))/iu;

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
  /(?<!\p{L})(?:is|was|are|were|had|at|['’]s|to|with|for|ist|war|sind|est|était|es|era)\s+(?:(?:about|around|now|only|etwa|rund) )?$|['’]s\s$/iu;

/**
 * Whether a number without a currency is money because it stands alone, as a fragment of a sentence
 * that speaks of a payment, an order or a bill, or because it moves as only money does.
 */
export function fragmentMoney(place: FragmentPlace, amount: number): 'sure' | 'perhaps' | 'no' {
  const { sentenceBefore, sentenceAfter, stated } = place;
  if (amount < LEAST_FRAGMENT || YEAR.test(stated.trim())) return 'no';
  if (DEFINITE.test(sentenceBefore) && MOVES.test(sentenceAfter)) return 'sure';
  if (owedIn(sentenceBefore, sentenceAfter) !== null || place.replaces) return 'sure';
  if (isChange(sentenceBefore) || isFromGiver(sentenceBefore, sentenceAfter)) return 'sure';
  if (isListedMoney(sentenceBefore, sentenceAfter, amount)) return 'sure';
  if (BEFORE_LIMIT.test(sentenceAfter)) return 'sure';
  if (AFTER_VERB.test(sentenceBefore) && !isCountable(sentenceBefore, sentenceAfter)) return 'sure';
  if (WENT_ON.test(sentenceAfter)) return 'perhaps';
  if (HANDED_OVER.test(sentenceBefore) && FRAGMENT_AFTER.test(sentenceAfter)) return 'sure';
  if (isOrderedAfter(sentenceAfter) && IS.test(sentenceBefore)) return 'sure';
  const isAlone = FRAGMENT_BEFORE.test(sentenceBefore) || IT_IS.test(sentenceBefore);
  if (!isAlone || !FRAGMENT_AFTER.test(sentenceAfter)) return 'no';
  if (isCountable(sentenceBefore, '')) return 'no';
  if (place.answers === 'price') return 'sure';
  const sentence = `${sentenceBefore}${stated}${sentenceAfter}`;
  const kinds = new Set(cuesIn(sentence).map(({ kind }) => kind));
  const isDeal = DEALS.some((kind) => kinds.has(kind));
  if (!isDeal && kinds.has('estimate') && !kinds.has('income')) return 'perhaps';
  if (!isDeal && !kinds.has('income')) return 'no';
  const isClear = isDeal || amount >= LEAST_INCOME;
  return !isClear || place.answers === 'name' || PIECES.test(sentenceBefore) ? 'perhaps' : 'sure';
}

const CHANGED_TO = /(?<!\p{L})(?:from|von|de)\s(?:\S{1,20}\s){1,3}(?:to|auf|à|a)\s$/iu;
const PRICED: readonly CueKind[] = ['budget', 'estimate', 'quote', 'cost', 'invoice'];

/** "The budget goes from 18 to 21 thousand" */
function isChange(before: string): boolean {
  return (
    CHANGED_TO.test(before.slice(-90)) && cuesIn(before).some(({ kind }) => PRICED.includes(kind))
  );
}
