import type { FoundAmount } from '../../../text/amounts.ts';
import type { FactDraft } from '#contracts/model';
import { cuesIn } from '../types/cues.ts';
import { wholeOfPart } from '../amounts/part-payment.rule.ts';
import { isDepositByPlace } from '../amounts/deposit.rule.ts';
import type { Statement } from '../statement.ts';
import { isBesideAnother } from '../amounts/beside.rule.ts';
import { isTakenBackAfter } from './taken-back.rule.ts';
import { isTheirPayment } from '../types/giver.rule.ts';
import { payerIn } from '../types/payer.ts';

/** The sentence before and after its amount. */
export function aroundAmount({
  source,
  amount,
}: Pick<Statement, 'source' | 'amount'>): [string, string] {
  const { text, start } = source.sentence;
  return [text.slice(0, amount.start - start), text.slice(amount.end - start)];
}

/** Whether an amount is the price of one, or what was expected, beside the amount that counts. */
export function isBeside({ source, amount }: Statement): boolean {
  const [before, after] = aroundAmount({ source, amount });
  const others = source.amounts.filter(isMoneyOrPlain);
  return isBesideAnother({
    ...{ sentence: source.sentence.text, before, after },
    amountsBefore: others.filter(({ end }) => end <= amount.start).length,
    amountsAfter: others.filter(({ start }) => start >= amount.end).length,
  });
}

function isMoneyOrPlain({ value }: FoundAmount): boolean {
  return value.kind === 'money' || (value.kind === 'quantity' && value.unit === '');
}

/** Whether it is open who pays, or what an amount is. */
export function isDoubtful(statement: Statement, fact: FactDraft): boolean {
  const { type } = fact;
  const isWhole = wholeOfPart(...aroundAmount(statement)) !== null && type !== 'invoice';
  const isLoose = statement.carried === null && isDepositByPlace(fact, statement.source);
  const { text } = statement.source.line;
  if (isTakenBackAfter(text.slice(statement.amount.end)) || isUnnamedPayer(statement, type))
    return true;
  if (isWhole || isLoose || isCarriedDoubt(statement, type) || isOfDoubt(statement)) return true;
  const payer = payerIn(statement);
  if (
    isHuge(statement, fact) ||
    wantsBack(statement, type) ||
    isTotalOfRate(statement) ||
    isOfEarlier(statement) ||
    isOfEarlierYear(statement, fact) ||
    answersOpenQuestion(statement)
  )
    return true;
  return payer === 'maybeIncome' || payer === 'maybeTheirs' || isUnnamedRange(statement, type);
}

/** "They'll transfer 500": to whom, is not said. */
function isUnnamedPayer({ clause }: Statement, type: string): boolean {
  return type === 'commitment' && isTheirPayment(clause.text);
}

/** What was taken from an amount that is held, is held as well. */
function isCarriedDoubt({ carried, source }: Statement, type: string): boolean {
  const isCarried = carried?.certainty === 'possible' && carried.type === type;
  return isCarried && cuesIn(source.sentence.text).every(({ kind }) => kind === 'be');
}

/** "So the camera's 700?", "No, 650": what was only asked is not sure by its correction. */
function isOfDoubt({ corrected, clause }: Statement): boolean {
  if (corrected?.certainty !== 'possible') return false;
  return cuesIn(clause.text).every(({ kind }) => kind === 'be');
}

/** "Repairs, twelve to fifteen k": what it is, is a guess. */
function isUnnamedRange({ source, amount: { value } }: Statement, type: string): boolean {
  if (value.kind !== 'money' || value.upTo === undefined) return false;
  return type === 'estimate' && cuesIn(source.sentence.text).length === 0;
}

/** "The donor wants her 500 back" */
function wantsBack({ source, amount }: Statement, type: string): boolean {
  const [, after] = aroundAmount({ source, amount });
  return type === 'quote' && /^\s*(?:euros? )?(?:back|zurück)(?!\p{L})/iu.test(after);
}

const MILLION = 1_000_000;
const OURS =
  /(?<!\p{L})(?:we|us|our|i|my|budget|project|wir|uns|unser\p{L}{0,2}|gesamtbudget|projekt|nous|notre|nos|projet|nosotros|nuestr[oa]s?|presupuesto|proyecto)(?!\p{L})/iu;

/** "The old hall cost 12 million": of somebody else, as far as the sentence says. */
function isHuge({ source }: Statement, { value }: FactDraft): boolean {
  const isMillion = value?.kind === 'money' && Number(value.amount) >= MILLION;
  return isMillion && !OURS.test(source.sentence.text);
}

/** "40 an hour, and we had it for five, so 200" */
function isTotalOfRate({ carried, clause, amount }: Statement): boolean {
  const isOfRate = carried?.value?.kind === 'money' && carried.value.per !== undefined;
  const isPlain = amount.value.kind !== 'money';
  return isOfRate && isPlain && cuesIn(clause.text).every(({ kind }) => kind === 'be');
}

/** "last year it was 220", beside the amount of this year */
const EARLIER =
  /(?<!\p{L})(?:last (?:year|time|season)|the year before|previously|used to (?:be|cost|pay)|letztes (?:jahr|mal)|früher|l['’]an dernier|la dernière fois|el año pasado|la última vez)(?!\p{L})/iu;

function isOfEarlier({ source, clause }: Statement): boolean {
  return source.amounts.filter(isMoneyOrPlain).length > 1 && EARLIER.test(clause.text);
}

/** "Last year we paid 5,000 for the barn": perhaps for another project. */
function isOfEarlierYear({ source: { line } }: Statement, { on, type }: FactDraft): boolean {
  const isEarlier = on?.precision === 'year' && on.date.slice(0, 4) < line.date.slice(0, 4);
  return isEarlier && (type === 'expense' || type === 'income');
}

/** "What do the judges cost?", "Who is paying for it?": whether it was spent, and by whom, is open. */
const OPEN_QUESTION =
  /^\s*(?:and |so |but )?who(?!\p{L})|(?<!\p{L})(?:what|how much|know what) (?!did|was|were|have|has)(?:\p{L}+ ){1,6}?costs?(?!\p{L})|(?<!\p{L})(?:has|have|did) (?!(?:we|you|i|us)(?!\p{L}))(?:the )?\p{L}+ (?:already |ever )?(?:paid|pay)(?!\p{L})/iu;

function answersOpenQuestion({ source, clause }: Statement): boolean {
  const { asked, before } = source.context;
  if (asked === null || !OPEN_QUESTION.test(before)) return false;
  return cuesIn(clause.text).every(({ kind }) => kind === 'be');
}
