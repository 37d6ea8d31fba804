import { standingOf } from './standing-of.ts';
import { wordTest } from '../../../text/standing/word-test.ts';
import type { Owed } from '../types/owed.rule.ts';
import { mayBeUnreal } from './unreal.rule.ts';

/** How far a statement may be relied on. */
export type Claim = 'certain' | 'possible' | 'none';

/** Price of one of many, or a sum of what is also stated one by one. */
const isUnitPrice = wordTest(
  'per (?:seat|person|head|unit|piece|user|guest|ticket|item|copy|licence|license|participant|night|kilo|kilometre|mile|square metre)|each|apiece|a (?:head|piece|seat|person)|pro (?:person|stück|kopf|platz|nutzer|teilnehmer)|par (?:personne|unité|tête|place)|por (?:persona|unidad|cabeza)|cada un[oa]',
);
const isSum = wordTest(
  'so far|to date|in total|altogether|all in all|all together|in sum|overall|grand total|bisher|insgesamt|zusammen|au total|en tout|jusqu.ici|hasta ahora|en total|until now|up to now|by now|running total',
);

/** Where an amount stands. */
export interface ClaimPlace {
  /** Its clause. */
  readonly clause: string;
  readonly sentence: string;
  /** What stands before and after it in the sentence. */
  readonly before: string;
  readonly after: string;
  /** What is said after the sentence in the same line, and first in the next line of the speaker. */
  readonly afterwards: string;
  /** Whether a denial says that it is still owed or to come. */
  readonly owed: Owed | null;
  readonly type: string;
  readonly bound: 'exact' | 'atMost' | 'atLeast';
}

/** Sentences that take back what was said before them. */
const takesBack = wordTest(
  "(?:just|only|i['’]m|was) (?:kidding|joking)|kidding|just a joke|scherz|war nur spaß|je plaisante|je rigole|es broma",
);

/** Directly before the amount: it is what another one replaces. */
const REPLACED =
  /(?<!\p{L})(?:not|instead of|rather than|nicht|statt|anstatt|pas|au lieu de|no|en lugar de|en vez de)(?: (?:the|about|die|den|les|los))?\s*$/iu;

/** Above this, a sentence is a stretch of speech without marks, and only the clause counts. */
const LONG = 220;

/** Whether a statement is certain, only possible, or none at all: denied, or said in jest. */
export function claimOf(place: ClaimPlace): Claim {
  const { clause, sentence, type } = place;
  const whole = standingOf(sentence.length > LONG ? clause : sentence);
  if (whole.joking || takesBack(place.afterwards) || isReplaced(place)) return 'none';
  if (SHARE_OF.test(place.before)) return 'none';
  const own = standingOf(clause.replace(AND_NO_MORE, ''));
  if (own.negated && place.owed === null && !isOpenInvoice(type, clause)) return 'none';
  const supposes = whole.hypothetical && place.owed?.status !== 'overdue';
  if (place.owed?.isSure === false) return 'possible';
  if (whole.question || supposes || whole.unsure) return 'possible';
  if (mayBeUnreal(place)) return 'possible';
  return isPart(place) || isUnnamedBudget(place) ? 'possible' : 'certain';
}

/** "3,000 euros, mehr gibt er nicht": what is denied is only that there is more. */
const AND_NO_MORE =
  /[,;–—-]\s*(?:and )?(?:mehr|not (?:a|one) (?:cent|penny)|no more|nothing more|more than that|kein(?:en)? cent|pas (?:un|plus)|ni un|ni una|nada más)(?!\p{L})[^]*$/iu;

/** "We have 2,000 left" may be a budget or what is in the bank. */
function isUnnamedBudget({ type, sentence }: ClaimPlace): boolean {
  return type === 'budget' && MAY_HAVE.test(sentence) && !FOR_WHAT.test(sentence);
}

const MAY_HAVE =
  /(?<!\p{L})(?:we|i) (?:only |still )?have(?!\p{L})|(?<!\p{L})(?:available|tenemos)(?!\p{L})/iu;
const FOR_WHAT =
  /(?<!\p{L})(?:for|für|pour|para|(?:\p{L}{0,20})budgets?|etat|presupuesto|enveloppe|allocated|allowance|set aside|earmarked)(?!\p{L})/iu;

/** "not 500", "instead of 500", "from 500 to 600" */
function isReplaced({ before, after, type }: ClaimPlace): boolean {
  if (type === 'variance') return false;
  const isStart = /(?<!\p{L})(?:from|von|de)\s*$/iu.test(before);
  return (
    COMPARED.test(after) ||
    REPLACED.test(before) ||
    CHANGED_BY.test(before) ||
    (isStart && /^\s*(?:to|auf|à|a)\s+\S{0,3}\p{N}/iu.test(after))
  );
}

/** "We have not paid the invoice": it is still due. */
function isOpenInvoice(type: string, clause: string): boolean {
  return (
    type === 'invoice' && /(?<!\p{L})(?:paid|pay|bezahlt|payé|pagad|yet|settled)/iu.test(clause)
  );
}

/** "cut costs by 2,000": how much something changes. */
const CHANGED_BY =
  /(?<!\p{L})(?:cut|reduc\p{L}+|increas\p{L}+|rais\p{L}+|up|down|rose|rises?|sav\p{L}+|lower\p{L}*|drop\p{L}*|fell|grew|gestiegen|gesunken|erhöht|gesenkt)\s(?:[^.;]{0,40}\s)?(?:by|um)\s*$/iu;

/** "2,000 more than last year": a difference to something that is not the plan. */
const COMPARED =
  /^\s*(?:more|less|higher|lower|cheaper|mehr|weniger|de plus|de moins|más|menos)\s(?:\p{L}{1,12}\s)?(?:than|als|que)(?!\p{L})/iu;

/** "10% of 50,000": only the share is spent. */
const SHARE_OF =
  /(?:%|(?<!\p{L})(?:percent|per cent|prozent|pour cent|por ciento))\s(?:of|der|des|von|de)\s(?:(?:the|our|these|those|los|las|les|unseren?)\s)?[€$£]?$/iu;

/** "half of the 10,000" */
const PART_OF =
  /(?<!\p{L})(?:half|third|quarter|part|rest|most|some|percent|hälfte|drittel|moitié|tiers|mitad)\s(?:of|der|des|von|de)\s(?:(?:the|our|these|those|los|las|les)\s)?$/iu;

/** "four euros a loaf": what one of something costs. */
const UNIT_AFTER = /^\s*(?:a|an|per|pro|par) \p{L}{2,20}\s{0,2}(?:$|[.,;!?])/iu;

function isPart({ before, after, clause, type, bound }: ClaimPlace): boolean {
  if (PART_OF.test(before)) return true;
  if (isUnitPrice(after.slice(0, 30)) || UNIT_AFTER.test(after)) return true;
  if (type === 'expense' && isSum(clause)) return true;
  return bound !== 'exact' && type === 'expense';
}
