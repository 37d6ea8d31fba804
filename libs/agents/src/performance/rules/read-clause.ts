import type { Certainty, FactDate, FactDraft, FactValue } from '#contracts/model';
import { withoutPronoun } from './antecedent.ts';
import { dateOf, discussedIn, isOpenDay, possibleDate } from './clause-date.ts';
import type { Clause } from './clauses.ts';
import { statedText } from './english/full-verbs.ts';
import { withoutFillers } from './fillers.ts';
import { labelOf } from './label.ts';
import { isNotYet } from './not-yet.ts';
import type { FactPattern, FoundParts } from './pattern.ts';
import { promisedBy } from './promised-by.ts';
import { isSpan } from './spans.ts';
import type { Talk } from './talk.ts';

/** The fact that a clause states in one of some patterns; `null` when there is none. */
export function readClause(
  clause: Clause,
  patterns: readonly FactPattern[],
  talk: Talk,
  text = statedText(clause),
): FactDraft | null {
  // Where something was taken back at once, spaces are left.
  const stated = text.replace(/ {2,}/g, ' ');
  for (const pattern of patterns) {
    if (!mayState(clause, pattern)) continue;
    const match = pattern.pattern.exec(stated);
    if (!match) continue;
    const { what = '', who = '' } = match.groups ?? {};
    const parts = withoutPronoun({ what, who }, clause, pattern, talk);
    const draft = draftOf(clause, pattern, parts, talk);
    if (draft) return draft;
  }
  return null;
}

/** Whether the way in which the clause is stated lets it state such a fact. */
function mayState({ standing }: Clause, { negation, modal }: FactPattern): boolean {
  if (standing.question || standing.joking) return false;
  if (standing.hypothetical && modal !== 'allowed') return false;
  return !standing.negated || negation === 'allowed';
}

function draftOf(
  clause: Clause,
  pattern: FactPattern,
  parts: FoundParts,
  talk: Talk,
): FactDraft | null {
  const { source, quote } = clause;
  if (pattern.accepts && !pattern.accepts(parts, clause)) return null;
  if (pattern.status === 'broken' && isNotYet(clause.text)) return null;
  const what = parts.what === '' && pattern.about ? beside(clause, pattern, talk) : parts.what;
  if (what === null) return null;
  const label =
    labelOf(what, source.date, pattern.type === 'decision' ? 'withMoney' : 'withoutMoney') ??
    (pattern.about ? labelOf(clause.text, source.date) : null);
  const discussed = discussedIn(talk.latest(clause.line, 'milestone'), label);
  const stated = dateOf(clause, pattern, discussed) ?? dueDate(clause, pattern);
  const on = possibleDate(stated, pattern, source.date);
  const isAhead = pattern.status === 'reached' && stated !== null && on === null;
  const isGuess = isAhead || isOpenDay(clause, pattern, discussed);
  const span = pattern.needs === 'span' ? spanIn(clause) : null;
  if (label === null || (pattern.needs === 'date' && !on)) return null;
  if (pattern.needs === 'span' && span === null) return null;
  return {
    line: clause.line,
    quote,
    type: pattern.type,
    label,
    value: span,
    on,
    who: whoOf(clause, pattern, parts),
    status: pattern.status,
    category: null,
    certainty: isGuess ? 'possible' : certaintyOf(clause, pattern),
    corrects: pattern.corrects ?? (clause.standing.corrects && !isClosing(pattern)),
  };
}

/** The day that is named after a promise. */
function dueDate(clause: Clause, { type, status, of }: FactPattern): FactDate | null {
  return type === 'commitment' && status === 'open' && of ? promisedBy(clause) : null;
}

/** The days, weeks or months that a clause names: "by two weeks". */
function spanIn({ amounts }: Clause): FactValue | null {
  const spans = amounts.filter(({ value }) => value.kind === 'quantity' && isSpan(value.unit));
  return spans.at(-1)?.value ?? null;
}

/** The clause that says what it is about; `null` when none does. */
function beside(clause: Clause, pattern: FactPattern, talk: Talk): string | null {
  const { previous, next, sentence, quote } = clause;
  const reason = pattern.about === 'clause beside' && !PROMISES.test(next) ? next : '';
  const isFirst =
    (sentence.startsWith(quote) && !sentence.endsWith(quote)) || SAYS_NOTHING.test(previous);
  if (reason !== '' && isFirst) return withoutFillers(reason).text;
  if (mayRefer(clause, pattern, talk)) return previous;
  return reason === '' ? null : withoutFillers(reason).text;
}

/** What somebody does about it is no reason. */
const PROMISES =
  /^(?:(?:and|so|but),? )*(?:(?:i|you|he|she|they|let|can|could|would|what|how|sorry|thanks)(?![\p{L}])|we(?! (?:have no|have not|haven|don|need|still need|still don|lack|are missing|are still|can['’]?t|cannot)(?![\p{L}])))/iu;

/** "I'd love to say yes", before "but we're blocked". */
const SAYS_NOTHING =
  /^\W*(?:(?:look|yeah|no|well|so|and|sorry),? )*(?:i|you|we)(?:['’]d| would| wish| want| could| think| know| hope| hear|['’]m (?:sorry|afraid))(?![\p{L}])|^\W*(?:sorry|no|yes|yeah|well|look|okay|ok|right|honestly|so|bad news|unfortunately|i['’]m afraid|c['’]est bon|désolée?|leider|lo siento)\W*$/iu;

/** Whether the clause before says what it is about, and has not said it as such a fact itself. */
function mayRefer({ previous, line }: Clause, { type, status }: FactPattern, talk: Talk): boolean {
  if (SAYS_NOTHING.test(previous)) return false;
  const stated = talk.latest(line, type);
  return previous !== '' && !(stated?.line === line && stated.status === status);
}

/** What closes a promise or a blocker does not replace the statement that opened it. */
function isClosing({ status }: FactPattern): boolean {
  return status === 'kept' || status === 'broken' || status === 'resolved';
}

function whoOf({ source }: Clause, pattern: FactPattern, { who }: FoundParts): string | null {
  if (pattern.of === undefined || /^we$/iu.test(who)) return null;
  return pattern.of === 'speaker' || /^(?:i|ich)$/iu.test(who) ? source.speaker : who;
}

function certaintyOf({ standing }: Clause, { certainty, modal }: FactPattern): Certainty {
  if (certainty) return certainty;
  return standing.unsure && modal !== 'allowed' ? 'possible' : 'certain';
}
