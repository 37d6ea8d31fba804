import { cuesIn } from '../types/cues.ts';
import { nounPhrase } from '../labels/noun-phrase.ts';

/** What is around a number without a currency. */
export interface PlainPlace {
  readonly clause: string;
  /** The sentence as far as the number. */
  readonly sentenceBefore: string;
  /** Text of the clause before the number. */
  readonly before: string;
  /** And after it: "200 t-shirts" is no money. */
  readonly after: string;
  /** The number as it stands in the text. */
  readonly stated: string;
  readonly hasMoney: boolean;
  /** Whether what was said before makes it money: a question for a price, or a corrected amount. */
  readonly isExpected: boolean;
  /** Whether money was talked of shortly before. */
  readonly isAboutMoney: boolean;
  /** Whether it says that it replaces an earlier statement. */
  readonly corrects: boolean;
}

/** Words between a verb or noun and its number. */
const HEDGES =
  '(?:about|around|roughly|only|just|another|like|over|nearly|almost|up to|exactly|uh|um|now|rund|etwa|nur|ähm|environ|euh|unos|casi)';
const OBJECT = '(?:us|me|him|her|them|it|uns|mir)';
const endsWith = (words: string, more = '') =>
  new RegExp(`(?<!\\p{L})(?:${words})${more}\\s+(?:${HEDGES}\\s+){0,3}$`, 'iu');

/** Verbs whose plain object is money. */
const AFTER_VERB = endsWith(
  'paid|pay|pays|spent|spend|spending|costs?|charges?|charged|wants|asks? for|asked for|asking(?: for)?|quoted|brought in|brings? in|bring in|took in|earned|transfer(?:red)?|wired?|settle|repay|sends|send|sent|gives?|gave|owes?|invoiced|billed|estimated at|valued at|budgeted|set aside|allocated|priced at|comes? to|came to|comes? in at|came in at|came out at|amounts? to|adds? up to|worth|refunded|donated|contributed|(?:they|both|all) want|bezahlt|gezahlt|zahlen|zahlt|kostet|kosten|gekostet|ausgegeben|verlangt|verlangen|überwiesen|überweisen|beträgt|payé|payons|coûte|coûté|dépensé|demande|versé|pagamos|pagado|pagué|cuesta|costó|gastamos|gastado|pide|piden|cobra|pagó',
  `(?:\\s+${OBJECT})?`,
);
/** "a deposit of 300", "the catering budget is now 3,500" */
const AFTER_NOUN = endsWith(
  "(?:(?:budget|balance|deposit|advance|instal?lments?|fees?|tax(?:es)?|rent|bill|invoice|grant|donation|price|costs?|salary|payment|loan|subsidy|refund|fine|quote|offer|expenses|revenue|proceeds|sponsorship|surcharge|premium)(?: (?:for|of) (?:the |our )?\\p{L}{1,20})? (?:of|over|is|was|are|were|will be|stands at|should be|has been raised to|was raised to|is at|at)|(?:kosten|\\p{L}{0,20}rechnung|anzahlung|miete|gebühr|\\p{L}{0,20}budget|preis|angebot|spende) (?:von|über|in höhe von|ist|war|sind|waren|liegt bei|lag bei)|(?:budget|facture|devis|acompte|loyer|prix|frais|subvention|don) (?:total )?(?:de|est de|à|s['’]élève à)|(?:presupuesto|factura|depósito|alquiler|precio|tasa|subvención|donación) (?:total )?(?:de|es de))",
);
const AFTER_EXPECT = endsWith('expect|expecting|anticipate|erwarten|attendons|esperamos');

function speaksOfIncome(clause: string): boolean {
  return cuesIn(clause).some(({ kind }) => kind === 'income');
}

/** What says that the number before it is money. */
const BEFORE_MONEY =
  /^\s*,?\s*(?:landed|came in|arrived on|on (?:the|our) account|all in|all included|in cash|by card|(?:is|are) (?:still |now )?(?:due|outstanding|payable|overdue|unpaid)|falls? due|due (?:on|by|in|next)|payable|upfront|up front|net(?:to)?(?!\p{L})|gross|brutto|plus vat|(?:incl|including|excluding|plus) (?:vat|tax)|inkl|zzgl|ttc|ht(?!\p{L})|iva)/iu;
/** "1,400 went to the printer": to a trade; people go to a concert. */
const WENT_TO =
  /^\s*went to (?:the|our) (?:\p{L}{2,20} )?(?!theater|center|river|tower|corner|border|floor)\p{L}{2,20}(?:er|or|ist)(?!\p{L})/iu;
const AFTER_PRICE_WORD = endsWith('for|at|für|pour|por|um');
const AFTER_THAT = endsWith(
  "that['’]?s|that is|that was|it['’]?s|its|it was|which is|which makes|makes|(?:that|it) makes|das sind|das macht|macht|ça fait|c['’]est|c['’]était|son|fueron|es",
);
const AFTER_COMMA = /[,:;–—-]\s*$/u;
/** "The cutlery was": what the number is may be something else. */
const AFTER_SUBJECT =
  /(?<!\p{L})(?:the|our|die|der|das|unser\p{L}{0,2}|le|la|les|el|los|las)\s(?:\p{L}+\s){1,3}(?:was|were|is|are|war|waren|était|étaient|fue|fueron)\s*$/iu;

/** Things that are taken for a number of people. */
const FOR_PEOPLE =
  /(?<!\p{L})(?:room|hall|venue|table|restaurant|bus|space|seats?|tent|hotel|raum|saal|tisch|salle|table|sala|mesa)(?:\s(?:for|für|pour|para))?\s*$/iu;

const YEAR = /^(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))$/;
const LEAST_PRICE = 20;

/** How sure it is that a plain number is money; `no` when it is not. */
export function plainMoney(place: PlainPlace, amount: number): 'sure' | 'perhaps' | 'no' {
  const { before, after, stated, sentenceBefore } = place;
  if (BEFORE_MONEY.test(after)) return 'sure';
  if (amount >= LEAST_PRICE && WENT_TO.test(after)) return 'perhaps';
  if (nounPhrase(after) !== '') return 'no';
  if (AFTER_VERB.test(before))
    return amount < LEAST_PRICE && !/[.,]\d\d$/.test(stated) ? 'no' : 'sure';
  if (YEAR.test(stated.trim())) return 'no';
  if (AFTER_EXPECT.test(before) && speaksOfIncome(place.clause)) return 'sure';
  if (AFTER_NOUN.test(before)) return 'sure';
  if (amount < LEAST_PRICE || !isEnd(after)) return 'no';
  if (isPrice(before, sentenceBefore, amount)) return 'sure';
  if (!AFTER_SUBJECT.test(sentenceBefore)) return 'no';
  if (place.isAboutMoney && place.corrects) return 'sure';
  return place.isAboutMoney || place.corrects ? 'perhaps' : 'no';
}

/** "booked a DJ for 400", "I booked the technician, that's 650" */
function isPrice(before: string, sentenceBefore: string, amount: number): boolean {
  const isDeal = cuesIn(sentenceBefore).some(
    ({ kind }) => kind === 'commitment' || kind === 'spent' || kind === 'quote' || kind === 'pay',
  );
  if (!isDeal) return false;
  if (AFTER_THAT.test(sentenceBefore) || AFTER_COMMA.test(sentenceBefore)) return true;
  const isForPeople = amount < 1_000 && FOR_PEOPLE.test(before.replace(AFTER_PRICE_WORD, ' '));
  return AFTER_PRICE_WORD.test(before) && !isForPeople;
}

/** Whether the clause ends after the number, or goes on with a place or a time. */
function isEnd(after: string): boolean {
  return /^\s*(?:$|[.,;:!?)–—-]|(?:at|in|on|from|by|so|to|this|last|already|now|today|and|but|instead|total|im|am|bei|heute|chez|hier|en|ayer)(?!\p{L}))/iu.test(
    after,
  );
}
