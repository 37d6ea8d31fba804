import type { FactDate, FactDraft, FactValue } from '#contracts/model';
import { standingOf } from './standing-of.ts';
import { categoryOf } from '../categories/category.rule.ts';
import { claimOf } from './claim.rule.ts';
import { correctedBy } from './context.rule.ts';
import { dateOf } from './date.rule.ts';
import { type DepositPlace, expenseStatus } from './deposit.rule.ts';
import { deadlineOf } from './everyday/deadline.rule.ts';
import { aroundAmount, isBeside, isDoubtful } from './everyday/doubts.rule.ts';
import { weakTypeIn } from './money-place.ts';
import { asksForDebt } from './everyday/question.rule.ts';
import { owedIn } from './everyday/owed.rule.ts';
import { withoutPhrases } from './label-text.ts';
import type { FoundMoney } from './money.rule.ts';
import { isShort, moneyIn } from './money-place.ts';
import { isOthersMoney } from './ownership.rule.ts';
import { relativeTo, type Statement } from './statement.ts';
import { statusOf } from './status.rule.ts';
import { chooseType, labelledIn } from './choose-type.ts';
import { cuesIn } from './cues.ts';
import { relationOf } from './variance.rule.ts';
import { changedBudgetIn, labelIn, ownLabel } from './statement-label.ts';
import { endIn } from './term.rule.ts';
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
  const stated = money && (relation?.type ?? typeIn(statement, money));
  const type = stated ?? (money && (weakTypeIn(statement) ?? fragmentType(statement, money)));
  if (money === null || type === null) return null;
  const fact = factOf(statement, type, money.value, after, relation?.status ?? null);
  const isSure =
    money.isSure &&
    stated !== null &&
    !isCarriedDoubt(statement, type) &&
    !isOnlyLabelled(statement) &&
    !isDoubtful(statement, type);
  return fact === null || isSure ? fact : { ...fact, certainty: 'possible' };
}

/** What was taken from an amount that is held, is held as well. */
function isCarriedDoubt({ carried, source }: Statement, type: string): boolean {
  const isCarried = carried?.certainty === 'possible' && carried.type === type;
  return isCarried && cuesIn(source.sentence.text).every(({ kind }) => kind === 'be');
}

/** "New batteries, thirty-one euros": what was bought, as far as anybody can tell. */
function fragmentType({ source, amount }: Statement, { isStated }: FoundMoney): string | null {
  const [before] = aroundAmount({ source, amount });
  const isPrice = isStated || /\.\d\d$/.test(source.line.text.slice(amount.start, amount.end));
  return isPrice && AFTER_THING.test(before) ? 'expense' : null;
}

/** A thing and a comma, or "that's". */
const AFTER_THING =
  /\p{L}{3}[^.;:?!]{0,60},\s$|(?<!\p{L})(?:that['’]s|that was|that makes|das sind|das waren|ça fait|son)\s(?:another )?$/iu;

/** "Diesel 87.60 EUR": without a mark between them, the words may be anything. */
function isOnlyLabelled({ source, clause, carried, amount }: Statement): boolean {
  if (carried !== null || source.context.asked !== null) return false;
  return labelledIn({ clause, amount }) === 'perhaps' && cuesIn(source.sentence.text).length === 0;
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

function isAhead(on: FactDate | null, { line }: Statement['source']): boolean {
  return on !== null && on.date > line.date;
}

function dateIn({ source, amount, clause }: Statement) {
  const { dates, sentence, amounts, line } = source;
  const isRecurring = amount.value.kind === 'money' && amount.value.per !== undefined;
  const end = isRecurring ? endIn(source) : null;
  const usable = dates.filter((date) => date !== end);
  const deadline = amounts.length === 1 ? deadlineOf(usable, line.text, line.date) : null;
  return deadline?.on ?? dateOf(usable, amount, clause, sentence, amounts.length === 1);
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
    status:
      type === 'expense' ? expenseStatus(depositPlace(statement)) : statusIn(statement, type, on),
    category: categoryOf(label, withoutPhrases(clause.text), source.reading.categories),
    certainty: 'possible',
    corrects:
      standingOf(source.sentence.text).corrects || isReplacement || isRenewed(type, clause.text),
  };
}

function statusIn({ source, clause }: Statement, type: string, on: FactDate | null) {
  const sentence = source.sentence.text;
  return statusOf(type, {
    sentence,
    clause: clause.text,
    isAhead: isAhead(on, source) || asksForDebt(source.context.before),
  });
}

function depositPlace({ source, amount, clause }: Statement): DepositPlace {
  const inClause = source.amounts.filter(
    ({ start, value }) => clause.start <= start && start < clause.end && value.kind === 'money',
  );
  return { clause: clause.text, amount: relativeTo(clause, amount), isOnly: inClause.length < 2 };
}

/** "The catering budget is 3,500 now": what was said before holds no more. */
function isRenewed(type: string, clause: string): boolean {
  if (type === 'budget' && CHANGED_TO.test(clause)) return true;
  return (type === 'budget' || type === 'quote' || type === 'estimate') && RENEWED.test(clause);
}

/** "The board cut the budget to 40,000" */
const CHANGED_TO =
  /(?<!\p{L})(?:cut|cuts|raised|increased|reduced|lowered|slashed|trimmed|gekürzt|kürzt|kürzte|erhöht|erhöhte|senkt|senkte|réduit|augmenté|baissé|redujo|recortó|aumentó|subió)\s[^.;]{0,50}?(?:to|auf|à|a)\s/iu;

const RENEWED =
  /(?<!\p{L})(?:now|new|nowadays|jetzt|neu(?:e[snr]?)?|nun|maintenant|désormais|nouveau|nouvelle|ahora|nuev[oa])(?!\p{L})/iu;
