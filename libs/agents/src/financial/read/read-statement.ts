import type { FactDate, FactDraft, FactValue } from '#contracts/model';
import { standingOf } from './claims/standing-of.ts';
import { categoryOf } from '../categories/category.rule.ts';
import { claimOf } from './claims/claim.rule.ts';
import { correctedIn } from './changes/corrected.ts';
import { dateOf } from './dates/date.rule.ts';
import { type DepositPlace, expenseStatus } from './amounts/deposit.rule.ts';
import { deadlineOf } from './dates/deadline.rule.ts';
import { aroundAmount, isBeside, isDoubtful } from './claims/doubts.rule.ts';
import { asksForDebt } from './types/question.rule.ts';
import { typeOfFragment } from './types/fragment-type.rule.ts';
import { type Owed, owedIn } from './types/owed.rule.ts';
import { withoutPhrases } from './labels/label-text.ts';
import type { FoundMoney } from './amounts/money.rule.ts';
import { moneyIn, weakTypeIn } from './amounts/money-place.ts';
import { isOthersMoney } from './types/ownership.rule.ts';
import { isRenewed } from './types/renewed.rule.ts';
import { relativeTo, type Statement } from './statement.ts';
import { shareSubject } from './labels/share-subject.rule.ts';
import { statusOf } from './types/status.rule.ts';
import { chooseType, labelledIn } from './types/choose-type.ts';
import { cuesIn } from './types/cues.ts';
import { relationOf } from './amounts/variance.rule.ts';
import { changedBudgetIn, labelIn } from './labels/statement-label.ts';
import { endIn } from './dates/term.rule.ts';
import { whoOf } from './types/who.rule.ts';

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
  const type = stated ?? (money && (weakTypeIn(statement) ?? typeOfFragment(statement, money)));
  if (money === null || type === null) return null;
  const fact = factOf(statement, type, money.value, after, relation?.status ?? null);
  if (fact === null) return null;
  const isSure =
    money.isSure && stated !== null && !isOnlyLabelled(statement) && !isDoubtful(statement, fact);
  return isSure ? fact : { ...fact, certainty: 'possible' };
}

/** "Diesel 87.60 EUR": without a mark between them, the words may be anything. */
function isOnlyLabelled({ source, clause, carried, amount }: Statement): boolean {
  if (carried !== null || source.context.asked !== null) return false;
  return labelledIn({ clause, amount }) === 'perhaps' && cuesIn(source.sentence.text).length === 0;
}

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
  return { ...draft, value, certainty, status: status ?? statusOfOwed(owed, draft) };
}

/** "The 350 hasn't been paid, and it's overdue" */
function statusOfOwed(owed: Owed | null, { status }: FactDraft): string | null {
  return owed === null || (owed.status === 'due' && status === 'overdue') ? status : owed.status;
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
  const isOfBudget = type === 'share' || type === 'variance';
  const subject = isOfBudget ? shareSubject(...aroundAmount(statement)) : '';
  const label = subject || (changedBudgetIn(type, clause.text) ?? labelIn(statement, who));
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
  // Where other amounts follow, what is said of them says nothing of this one.
  const { text, start } = source.sentence;
  const isList = type === 'income' && source.amounts.length > 1;
  const sentence = isList ? text.slice(0, clause.end - start) : text;
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
