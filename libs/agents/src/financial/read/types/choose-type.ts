import { standingOf } from '../claims/standing-of.ts';
import { type Cue, cuesIn } from './cues.ts';
import { isWholeBudget } from '../amounts/money-list.rule.ts';
import type { Owed } from './owed.rule.ts';
import { payerIn } from './payer.ts';
import { isDueAfter, isOrderedAfter, isStillOpen } from './settled-after.rule.ts';
import { isGiver, isGrant, isPledge, isTheirPayment } from './giver.rule.ts';
import { aroundAmount } from '../claims/doubts.rule.ts';
import { isPaidOfWhole, wholeOfPart } from '../amounts/part-payment.rule.ts';
import { labelledAmount } from '../amounts/labelled-amount.rule.ts';
import { relativeTo, type Statement } from '../statement.ts';
import { notGainedIn } from './not-gained.rule.ts';
import { typeOf, type TypeQuestion } from './type.rule.ts';

/** An amount of money whose type is to be chosen. */
export interface TypeChoice extends Statement {
  readonly question: TypeQuestion;
  readonly owed: Owed | null;
  /** Whether its currency or rate is stated. */
  readonly isStated: boolean;
}

/**
 * The type of a fact: by the words of its clause, those before it in the sentence, the question that
 * it answers, and what it corrects, in this order.
 */
export function chooseType(choice: TypeChoice): string | null {
  const { owed } = choice;
  if (owed !== null) return owed.status === 'expected' ? 'income' : 'invoice';
  const payer = payerIn(choice);
  if (payer === 'income' || payer === 'maybeIncome') return 'income';
  if (isPaidOfWhole(aroundAmount(choice)[0])) return 'expense';
  const type = typeByWords(choice) ?? typeByForm(choice);
  return type === null ? null : afterwards(type, choice);
}

/** "Repairs, twelve to fifteen k", "Printing is 480, it's ordered": without a word that says more. */
function typeByForm({ amount, source }: TypeChoice): string | null {
  const { text, start } = source.sentence;
  const after = text.slice(amount.end - start);
  if (isOrderedAfter(after)) return 'commitment';
  if (isRefusedGift(text)) return 'income';
  if (isWholeBudget(text.slice(0, amount.start - start), after)) return 'budget';
  if (amount.bound === 'atMost' && /^\s*(?:für|for|pour|para)\s/iu.test(after)) return 'budget';
  return amount.value.kind === 'money' && amount.value.upTo !== undefined ? 'estimate' : null;
}

/** "The city wants 175, and we paid it", "We cancelled the castle, so the 250 are gone" */
function afterwards(type: string, { source, question, amount, clause }: TypeChoice): string {
  const { text, start } = source.sentence;
  const isPrice = type === 'expense' || type === 'estimate' || type === 'quote';
  if (isPrice && isOrderedAfter(text.slice(amount.end - start))) return 'commitment';
  const whole = wholeOfPart(...aroundAmount({ source, amount }));
  if (type === 'expense' && whole === 'paidInPart') return 'invoice';
  const isPaidLater = type === 'expense' || type === 'commitment';
  const rest = text.slice(amount.end - start);
  if (isPaidLater && (isStillOpen(clause.text) || isDueAfter(rest))) return 'invoice';
  if (type === 'budget' && isGrant(`${source.context.before} ${text}`)) return 'income';
  if (NO_INCOME.includes(type) && isRefusedGift(question.clause)) return 'income';
  if (!standingOf(text).negated && type === 'quote' && PAID_IT.test(text)) return 'expense';
  if (type === 'commitment' && isPledge(text)) return 'income';
  const isTheirs = type === 'commitment' && isTheirPayment(clause.text);
  if (isTheirs && isGiver(`${source.context.before} ${text}`)) return 'income';
  if (type === 'expense' && NOT_PAID_YET.test(text)) return 'invoice';
  // "Rent goes up in January, it'll be 1,250 a month": paid again and again.
  if (type === 'estimate' && question.hasRate && RUNS_ON.test(text)) return 'commitment';
  const isOpen = type === 'expense' || type === 'estimate';
  return isOpen && CANCELLED.test(text) && !cuesIn(text).some(isPayment) ? 'commitment' : type;
}

const NO_INCOME: readonly string[] = ['expense', 'commitment', 'estimate', 'quote'];

/** "Our application for 12,000 was rejected", "The 3,000 from the city were withdrawn" */
function isRefusedGift(clause: string): boolean {
  return notGainedIn(clause) === 'rejected' && GIFT.test(clause);
}

const GIFT =
  /(?<!\p{L})(?:appl(?:ied|y|ication)s?|sponsors?|donors?|funding|funds?|foundation|(?:€|euros?|dollars|pounds) from|antrag|förder\p{L}*|stiftung|euro (?:von|vom)|demande|dossier|mécène|fondation|euros (?:de la|du|des)|solicitud|patrocinador|fundación|euros (?:del|de la))(?!\p{L})/iu;

/** "We have not paid the 90 euros for the permit yet": they are still owed. */
const NOT_PAID_YET = new RegExp(
  `(?<!\\p{L})(?:${[
    "(?:(?:have|has) not|ha(?:ve|s)n['’]t) (?:yet (?:been )?paid|(?:been )?paid (?:[^.;]{1,80} )?yet)",
    "still (?:(?:have|has) not|ha(?:ve|s)n['’]t) (?:been )?paid|(?:have|has) yet to (?:pay|be paid)",
    "(?:is|are) (?:still not paid|not (?:yet paid|paid yet))|(?:is|are)n['’]t paid yet",
    'noch (?:immer )?nicht (?:bezahlt|gezahlt|überwiesen|beglichen)',
    'pas encore (?:été )?(?:payé|réglé|versé)e?s?',
    '(?:todavía|aún) no (?:hemos|han|he|se han?|está|están) pagad[oa]s?|no (?:hemos|han|he|se han?) pagado (?:[^.;]{1,80} )?(?:todavía|aún)',
  ].join('|')})(?!\\p{L})`,
  'iu',
);

const RUNS_ON =
  /(?<!\p{L})(?:rent|lease|subscription|salary|salaries|insurance|hosting|licen[cs]e|retainer|membership|\p{L}{0,12}miete|abo|gehalt|versicherung|loyer|abonnement|salaire|alquiler|suscripción|sueldo)(?!\p{L})(?! (?:would|could|might))/iu;

const PAID_IT =
  /(?<!\p{L})(?:i|we|i['’]ve|we['’]ve)(?: have| just| already){0,2} paid (?:it|that|them|him|her|for it)(?!\p{L})/iu;
const CANCELLED =
  /(?<!\p{L})(?:cancell?ed|called off|abgesagt|storniert|gekündigt|annulé|cancelamos|cancelado)(?!\p{L})/iu;

function isPayment({ kind }: Cue): boolean {
  return kind === 'spent' || kind === 'pay' || kind === 'cost';
}

function typeByWords(choice: TypeChoice): string | null {
  const { question, carried } = choice;
  const own = isWeak(question.clause) ? null : typeOf(question);
  if (own !== null) return own;
  if (carried !== null) return carried.type;
  return (
    typeBefore(choice) ??
    typeOfContext(choice) ??
    (hasSubject(choice) ? typeOf(question) : null) ??
    (choice.isStated && labelledIn(choice) !== 'no' ? 'expense' : null)
  );
}

/** Whether an amount has a label and nothing else, as in "Fuel: 87.60 EUR". */
export function labelledIn({
  clause,
  amount,
}: Pick<Statement, 'clause' | 'amount'>): 'sure' | 'perhaps' | 'no' {
  const { start, end } = relativeTo(clause, amount);
  return labelledAmount({ before: clause.text.slice(0, start), after: clause.text.slice(end) });
}

/** "It was 300" says nothing about what the money is. */
function isWeak(clause: string): boolean {
  return cuesIn(clause).every(({ kind }) => kind === 'be');
}

function typeBefore({ question, source, amount }: TypeChoice): string | null {
  const { sentence } = source;
  const at = amount.start - sentence.start;
  const before = { start: at, end: amount.end - sentence.start };
  if (isWeak(sentence.text)) return null;
  return typeOf({ ...question, clause: sentence.text, amount: before });
}

function typeOfContext({ source, corrected }: TypeChoice): string | null {
  return corrected?.type ?? source.context.asked?.type ?? null;
}

/** "The hotel was 1,250 dollars", but not "that is 300 dollars". */
function hasSubject({ question, isStated }: TypeChoice): boolean {
  if (!isStated) return false;
  const after = question.clause.slice(question.amount?.end);
  return /^\s*(?:for|für|pour|para|por)\s/iu.test(after) || !PRONOUN.test(question.clause);
}

const PRONOUN = /^\s*(?:that|this|it|there|das|es|c['’]est|eso|esto)(?!\p{L})/iu;
