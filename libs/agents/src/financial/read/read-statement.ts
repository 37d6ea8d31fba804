import type { FactDate, FactDraft, FactValue } from '#contracts/model';
import { standingOf } from '../../text/standing.ts';
import { categoryOf } from '../categories/category.rule.ts';
import { claimOf } from './claim.rule.ts';
import { correctedBy } from './context.rule.ts';
import { cuesIn } from './cues.ts';
import { dateOf } from './date.rule.ts';
import { labelOf } from './label.rule.ts';
import { withoutPhrases } from './label-text.ts';
import { type FoundMoney, moneyOf } from './money.rule.ts';
import type { FoundAmount } from '../../text/amounts.ts';
import { isBesideAnother } from './everyday/beside.rule.ts';
import { clauseBefore } from './everyday/clause-before.ts';
import { carriedCurrency } from './everyday/carried-currency.rule.ts';
import { deadlineOf } from './everyday/deadline.rule.ts';
import { owedIn } from './everyday/owed.rule.ts';
import { payerIn } from './everyday/payer.ts';
import { isOthersMoney } from './ownership.rule.ts';
import { relativeTo, type Statement } from './statement.ts';
import { statusOf } from './status.rule.ts';
import { chooseType } from './choose-type.ts';
import { relationOf } from './variance.rule.ts';
import { whoOf } from './who.rule.ts';

/** The fact that an amount states; `null` when it states none. */
export function readStatement(place: Omit<Statement, 'corrected'>): FactDraft | null {
  const statement = { ...place, corrected: correctedIn(place) };
  const { source, amount, carried } = statement;
  const { sentence } = source;
  if (isOthersMoney(sentence.text) || isBeside(statement)) return null;
  const after = sentence.text.slice(amount.end - sentence.start);
  const before = sentence.text.slice(0, amount.start - sentence.start);
  const relation = relationOf(amount.value, before, after);
  if (relation?.type === 'share' || (relation !== null && amount.value.kind === 'percent')) {
    return factOf(statement, relation.type, amount.value, after, relation.status);
  }
  if (carried?.type === 'share' && amount.value.kind === 'percent') {
    return factOf(statement, 'share', amount.value, after, null);
  }
  const money = moneyIn(statement, relation !== null);
  const type = money && (relation?.type ?? typeIn(statement, money));
  if (money === null || type === null) return null;
  const fact = factOf(statement, type, money.value, after, relation?.status ?? null);
  const isSure = money.isSure && isSurePayer(statement) && !isUnnamedRange(statement, type);
  return fact === null || isSure ? fact : { ...fact, certainty: 'possible' };
}

/** The price of one, or what was expected, is not counted beside the amount. */
function isBeside({ source, amount, clause }: Statement): boolean {
  const [before, after] = aroundAmount({ source, amount });
  const others = source.amounts.filter(isMoneyOrPlain);
  return isBesideAnother({
    ...{ sentence: source.sentence.text, clause: clause.text, before, after },
    amountsBefore: others.filter(({ end }) => end <= amount.start).length,
    amountsAfter: others.filter(({ start }) => start >= amount.end).length,
  });
}

function isMoneyOrPlain({ value }: FoundAmount): boolean {
  return value.kind === 'money' || (value.kind === 'quantity' && value.unit === '');
}

/** "Repairs, twelve to fifteen k": what it is, is a guess. */
function isUnnamedRange({ source, amount: { value } }: Statement, type: string): boolean {
  if (value.kind !== 'money' || value.upTo === undefined) return false;
  return type === 'estimate' && cuesIn(source.sentence.text).length === 0;
}

function isSurePayer(statement: Statement): boolean {
  const payer = payerIn(statement);
  return payer === 'no' || payer === 'income';
}

/** "Actually, the venue was 13,400": it is about the venue that was just talked of. */
function correctedIn(place: Omit<Statement, 'corrected'>): FactDraft | null {
  const { source, clause } = place;
  const { context, sentence, line } = source;
  const corrects =
    standingOf(sentence.text).corrects || isDeniedValue(place) || isOnlyCorrection(place);
  if (context.recent.length === 0 || !corrects) return null;
  const named = ownLabel(place, whoOf(clause.text, line));
  return correctedBy(context.recent, sentence.text, named);
}

/** "It was not 640 but 460": the amount that stands in place of what was said before. */
function isDeniedValue({ source, amount }: Omit<Statement, 'corrected'>): boolean {
  return source.corrections.has(amount) && IT_WAS.test(source.sentence.text);
}

/** "The 450, that was wrong, it's 540": nothing else is said. */
function isOnlyCorrection({ source, amount }: Omit<Statement, 'corrected'>): boolean {
  const { text } = source.sentence;
  return source.corrections.has(amount) && isShort(text.trim()) && cuesIn(text).length === 0;
}

const IT_WAS = /^\s*(?:no,? )?(?:it|that|they|es|das|c['’]|ce n['’]|eran?|fue|no fue)(?!\p{L})/iu;

function factOf(
  statement: Statement,
  type: string,
  value: FactValue,
  after: string,
  status: string | null,
): FactDraft | null {
  const certainty = claimOf({ ...claimPlace(statement, after), type });
  if (certainty === 'none') return null;
  const draft = draftOf(statement, type);
  const owed = owedIn(...aroundAmount(statement));
  return { ...draft, value, certainty, status: status ?? owed?.status ?? draft.status };
}

function moneyIn(
  { source, amount, clause, carried, corrected }: Statement,
  isRelated: boolean,
): FoundMoney | null {
  const { context, reading, amounts, sentence } = source;
  const at = relativeTo(clause, amount);
  const place = {
    clause: clause.text,
    sentenceBefore: sentence.text.slice(0, amount.start - sentence.start),
    sentenceAfter: sentence.text.slice(amount.end - sentence.start),
    replaces: source.corrections.has(amount) && context.recent.length > 0,
    answers:
      context.asked === null || !isShort(sentence.text)
        ? 'nothing'
        : context.asked.type === null
          ? 'name'
          : 'price',
    before: clause.text.slice(0, at.start),
    after: isRelated ? '' : clause.text.slice(at.end),
    stated: clause.text.slice(at.start, at.end),
    isAboutMoney: context.recent.length > 0,
    corrects: source.corrections.has(amount) || standingOf(sentence.text).corrects,
    hasMoney: amounts.some(
      ({ value, start }) => value.kind === 'money' && clause.start <= start && start < clause.end,
    ),
    isExpected:
      isRelated ||
      carried !== null ||
      ((context.asked?.type ?? null) !== null && isShort(sentence.text)) ||
      (corrected !== null && isShort(sentence.text)),
  };
  return moneyOf(amount, place, carriedCurrency(amounts, amount, reading.currency));
}

/** An answer or a correction is short. */
const MAX_SHORT_WORDS = 12;

function isShort(text: string): boolean {
  return text.split(/\s+/, MAX_SHORT_WORDS + 1).length <= MAX_SHORT_WORDS;
}

function typeIn(statement: Statement, { value, isStated }: FoundMoney): string | null {
  const { source, amount, clause } = statement;
  const on = dateIn(statement);
  return chooseType({
    ...statement,
    owed: owedIn(...aroundAmount(statement)),
    question: {
      clause: clause.text,
      amount: relativeTo(clause, amount),
      hasRate: value.per !== undefined,
      isAhead: isAhead(on, source),
      bound: amount.bound,
    },
    isStated,
  });
}

/** The sentence before and after its amount. */
function aroundAmount({ source, amount }: Pick<Statement, 'source' | 'amount'>): [string, string] {
  const { text, start } = source.sentence;
  return [text.slice(0, amount.start - start), text.slice(amount.end - start)];
}

function isAhead(on: FactDate | null, { line }: Statement['source']): boolean {
  return on !== null && on.date > line.date;
}

function dateIn({ source, amount, clause }: Statement) {
  const { dates, sentence, amounts, line } = source;
  const isRecurring = amount.value.kind === 'money' && amount.value.per !== undefined;
  const usable = isRecurring
    ? dates.filter(({ start }) => !isEnd(line.text.slice(0, start)))
    : dates;
  const deadline = amounts.length === 1 ? deadlineOf(usable, line.text, line.date) : null;
  return deadline?.on ?? dateOf(usable, amount, clause, sentence, amounts.length === 1);
}

/** "until June": when something recurring ends is not when it begins. */
function isEnd(before: string): boolean {
  return /(?<!\p{L})(?:until|till|through|bis|jusqu['’]|hasta)(?:\s\p{L}{1,4}){0,2}\s*$/iu.test(
    before.slice(-30),
  );
}

function claimPlace({ source, amount, clause }: Statement, after: string) {
  const { sentence, afterwards } = source;
  return {
    clause: clause.text,
    sentence: sentence.text,
    before: sentence.text.slice(0, amount.start - sentence.start),
    after,
    owed: owedIn(...aroundAmount({ source, amount })),
    afterwards,
    bound: amount.bound,
  };
}

function draftOf(statement: Statement, type: string): FactDraft {
  const { source, clause } = statement;
  const who = whoOf(clause.text, source.line);
  const label = changedBudgetIn(type, clause.text) ?? labelIn(statement, who);
  const isReplacement = label !== '' && source.corrections.has(statement.amount);
  const on = dateIn(statement);
  return {
    line: source.index,
    quote: source.line.text.slice(source.sentence.start, source.sentence.end),
    type,
    label,
    value: null,
    on,
    who,
    status: statusOf(type, source.sentence.text, clause.text, isAhead(on, source)),
    category: categoryOf(label, withoutPhrases(clause.text), source.reading.categories),
    certainty: 'possible',
    corrects:
      standingOf(source.sentence.text).corrects || isReplacement || isRenewed(type, clause.text),
  };
}

/** "The catering budget is 3,500 now": what was said before holds no more. */
function isRenewed(type: string, clause: string): boolean {
  if (type === 'budget' && CHANGED_TO.test(clause)) return true;
  return (type === 'budget' || type === 'quote' || type === 'estimate') && RENEWED.test(clause);
}

/** "The board cut the budget to 40,000" */
const CHANGED_TO =
  /(?<!\p{L})(?:cut|cuts|raised|increased|reduced|lowered|slashed|trimmed|gekürzt|kürzt|kürzte|erhöht|erhöhte|senkt|senkte|réduit|augmenté|baissé|redujo|recortó|aumentó|subió)\s[^.;]{0,50}?(?:to|auf|à|a)\s/iu;

/** It is the budget that is cut, not the board that does it. */
function changedBudgetIn(type: string, clause: string): string | null {
  return type === 'budget' ? (CHANGED_BUDGET.exec(clause)?.[1] ?? null) : null;
}

const CHANGED_BUDGET =
  /(?<!\p{L})(?:cuts?|raised|increased|reduced|lowered|slashed|trimmed|kürzte?|erhöhte?|senkte?|réduit|augmenté|baissé|redujo|recortó|aumentó|subió) (?:the|our|das|unser|le|notre|el|nuestro) (?:(?:total|overall|whole) )?(budget|gesamtbudget|presupuesto)(?!\p{L})/iu;

const RENEWED =
  /(?<!\p{L})(?:now|new|nowadays|jetzt|neu(?:e[snr]?)?|nun|maintenant|désormais|nouveau|nouvelle|ahora|nuev[oa])(?!\p{L})/iu;

/** The label in the clause, in the sentence, or of what was asked or said before. */
function labelIn(statement: Statement, who: string | null): string {
  const { source, corrected } = statement;
  return ownLabel(statement, who) || (corrected?.label ?? source.context.asked?.label ?? '');
}

function ownLabel(
  { source, amount, clause }: Omit<Statement, 'corrected'>,
  who: string | null,
): string {
  const { sentence, dates } = source;
  const inSpan = (span: typeof clause) =>
    labelOf({
      clause: span.text,
      amount: relativeTo(span, amount),
      dates: dates.map((date) => relativeTo(span, date)),
      who,
    });
  const before = sentence.text.slice(0, clause.start - sentence.start);
  const named = { clause: clauseBefore(before, clause.text), amount: null, dates: [], who };
  return inSpan(clause) || labelOf(named) || inSpan(sentence);
}
