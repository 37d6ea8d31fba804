import { wordTest } from '../../../text/standing/word-test.ts';
import type { Place } from '../clauses/clauses.ts';
import { type Cue, cuesIn } from './cues.ts';
import type { CueKind } from './cues.table.ts';

/** What is known of an amount when its type is decided. */
export interface TypeQuestion {
  /** The clause of the amount, or that from which it takes its verb. */
  readonly clause: string;
  /** The amount in the clause; `null` when it stands in another one. */
  readonly amount: Place | null;
  readonly hasRate: boolean;
  /** Whether its date lies after the day on which it was said. */
  readonly isAhead: boolean;
  readonly bound: 'exact' | 'atMost' | 'atLeast';
}

const isFuture = wordTest(
  "will|won['’]t|(?:i|we|he|she|it|they|that)['’]ll|going to|gonna|have to|has to|need to|needs to|must|agreed to|promised to|committed to|to be paid|to pay|due to|about to",
  'werden|wird|müssen|muss|sollen',
  'allons|allez|va|vont|vais|devons|devra|faut|faudra',
  'vamos a|va a|voy a|van a|debemos|tenemos que|hay que|debe',
);

/** "is paid on Friday", not "paid it within a week" */
const isPresentPassive = wordTest('is|are|be|being|gets|wird|werden|est|sont|será|es');

const isAllowed = wordTest('can|may|allowed|dürfen|können|pouvons|podemos');

const STRONG: readonly CueKind[] = [
  'invoice',
  'quote',
  'budget',
  'income',
  'estimate',
  'commitment',
  'spent',
];

/** The type of the fact that an amount states; `null` when its clause does not speak of money. */
export function typeOf(question: TypeQuestion): string | null {
  const cues = cuesIn(question.clause);
  if (isPaidByUs(question.clause)) return 'expense';
  const nearest = isGot(question) ? 'income' : nearestOf(cues, question);
  if (nearest === null) return null;
  if (question.bound === 'atMost' && isAllowed(question.clause)) return 'budget';
  return typeOfCue(nearest, cues, question);
}

/** "our drummer received 500 euros" */
const PAID_BY_US =
  /^\s*(?:our|the)\s+(?!(?:project|team|company|fund|club|festival|association|organi[sz]ation|group|event)(?!\p{L}))\p{L}+\s+(?:has |already |just ){0,2}(?:received|got|earned)(?!\p{L})/iu;

/** "Der Drucker hat vierzehnhundert Euro bekommen" */
const PAID_BY_US_GERMAN =
  /^\s*(?:der|die|das|unsere?)\s+(?!(?:projekt|team|firma|verein|gruppe|kasse|konto|festival|fest)(?!\p{L}))\p{L}+\s+(?:hat|haben)\s[^,;]{0,60}(?:bekommen|erhalten|gekriegt)(?!\p{L})(?! von)/iu;

function isPaidByUs(clause: string): boolean {
  return PAID_BY_US.test(clause) || PAID_BY_US_GERMAN.test(clause);
}

/** "we got 3,000 euros from the raffle" */
function isGot({ clause, amount }: TypeQuestion): boolean {
  if (amount === null) return false;
  const before =
    /(?<!\p{L})(?:i|we) (?:just |also |then )?(?:got|expect|are expecting)(?: (?:like|about|around|another))?\s*$/iu;
  return (
    before.test(clause.slice(0, amount.start)) &&
    /^\s*(?:back |out )?(?:from|of)/iu.test(clause.slice(amount.end))
  );
}

/** A clear word counts before a weak one, and the nearest of them before the others. */
function nearestOf(cues: readonly Cue[], { amount }: TypeQuestion): CueKind | null {
  const kinds = new Set(cues.map(({ kind }) => kind));
  if (kinds.has('invoice') && !isNearest('budget', cues, amount)) return 'invoice';
  const strong = cues.filter(({ kind }) => STRONG.includes(kind));
  const found = nearest(strong, amount)?.kind ?? null;
  if (found === 'estimate' && isIncomeExpected(kinds)) return 'income';
  if (found !== null && !(found === 'commitment' && kinds.has('spent'))) return found;
  if (found === 'commitment') return 'spent';
  if (kinds.has('pay')) return 'pay';
  return kinds.has('cost') ? 'cost' : kinds.has('be') ? 'be' : null;
}

/** "Sponsor money, expected in February" */
function isIncomeExpected(kinds: ReadonlySet<CueKind>): boolean {
  return kinds.has('income') && !kinds.has('spent') && !kinds.has('pay') && !kinds.has('cost');
}

function isNearest(kind: CueKind, cues: readonly Cue[], amount: Place | null): boolean {
  return nearest(cues, amount)?.kind === kind;
}

function nearest(cues: readonly Cue[], amount: Place | null): Cue | undefined {
  if (amount === null) return cues[0];
  const distance = ({ start, end }: Cue) =>
    end <= amount.start ? amount.start - end : Math.max(0, start - amount.end);
  return cues.toSorted((one, other) => distance(one) - distance(other))[0];
}

/** Spanish verbs that are the same in the present and the past. */
const PAY_OR_PAID: ReadonlySet<string> = new Set(['pagamos', 'gastamos', 'alquilamos']);

function typeOfCue(kind: CueKind, cues: readonly Cue[], question: TypeQuestion): string {
  switch (kind) {
    case 'spent':
      if (question.hasRate && goesOn(cues, question)) return 'commitment';
      return isToBePaid(cues, question) ? 'commitment' : 'expense';
    case 'pay':
      return isFuture(question.clause) || question.hasRate || question.isAhead || isAgreed(cues)
        ? 'commitment'
        : 'expense';
    case 'cost':
    case 'be':
      if (question.hasRate) return 'commitment';
      return isFuture(question.clause) || question.isAhead ? 'estimate' : 'expense';
    case 'budget':
    case 'commitment':
    case 'estimate':
    case 'income':
    case 'invoice':
    case 'quote':
      return kind;
  }
}

/** "Das Büro haben wir gemietet, 1.150 Euro im Monat": it is paid again and again. */
function goesOn(cues: readonly Cue[], { clause }: TypeQuestion): boolean {
  return cues.some(
    ({ word }) => PAY_OR_PAID.has(word) || (RENTED.test(word) && isOfMonths(clause)),
  );
}

const RENTED = /^(?:rented|gemietet|loué)$/;
const isOfMonths = wordTest(
  'months?|monthly|years?|yearly|quarter(?:ly)?|monat(?:lich)?|jahr|jährlich|quartal|mois|mensuel|an|année',
);

/** "The band gets 800" */
function isAgreed(cues: readonly Cue[]): boolean {
  return cues.some(({ word }) => word === 'gets');
}

/** "will be paid", "has to be transferred", "werden bezahlt" */
function isToBePaid(cues: readonly Cue[], { clause, isAhead }: TypeQuestion): boolean {
  const isPassive = isAhead && isPresentPassive(clause);
  return isPassive || (isFuture(clause) && !cues.some(({ word }) => word.startsWith('went')));
}
