import { depositLabel, priceBefore } from '../amounts/deposit.rule.ts';
import { clauseBefore } from '../clauses/clause-before.ts';
import { labelOf } from './label.rule.ts';
import { nounPhrase } from './noun-phrase.ts';
import { relativeTo, type Statement } from '../statement.ts';
import { spansIn } from '../dates/term.rule.ts';

/** It is the budget that is cut, not the board that does it. */
export function changedBudgetIn(type: string, clause: string): string | null {
  const [, budget, of] = (type === 'budget' ? CHANGED_BUDGET.exec(clause) : null) ?? [];
  return budget === undefined ? null : nounPhrase(of ?? '') || budget;
}

const CHANGED_BUDGET =
  /(?<!\p{L})(?:cuts?|raised|increased|reduced|lowered|slashed|trimmed|kürzte?|erhöhte?|senkte?|réduit|augmenté|baissé|redujo|recortó|aumentó|subió) (?:the|our|das|unser|le|notre|el|nuestro) (?:(?:total|overall|whole) )?(budget|gesamtbudget|presupuesto)(?!\p{L})(?: (?:for|of|für|pour|para) ([^,;:]{2,40}))?/iu;

/** "on the hall, which costs 2,000": it is about what stands before it. */
const RELATIVE =
  /^\s*(?:and )?(?:which|that|(?:der|die|das)(?= (?:[^,;]{0,30} )?(?:kostet|kosten)(?!\p{L}))|qui|que)\s/iu;

/** The label of a statement: in its clause, in its sentence, or of what was asked or said before. */
export function labelIn(statement: Statement, who: string | null): string {
  const { source, corrected, carried, clause } = statement;
  if (carried !== null && RELATIVE.test(clause.text)) return carried.label;
  const own = depositLabel(ownLabel(statement, who), carried ?? priceBefore(source));
  return own || (corrected?.label ?? source.context.asked?.label ?? '');
}

/** The label that the sentence itself names; `''` when it names none. */
export function ownLabel(
  { source, amount, clause }: Omit<Statement, 'corrected'>,
  who: string | null,
): string {
  const { sentence } = source;
  const times = [...source.dates, ...spansIn(source)];
  const inSpan = (span: typeof clause) =>
    labelOf({
      clause: span.text,
      amount: relativeTo(span, amount),
      dates: times.map((time) => relativeTo(span, time)),
      who,
    });
  const before = sentence.text.slice(0, clause.start - sentence.start);
  const named = { clause: clauseBefore(before, clause.text), amount: null, dates: [], who };
  const label = inSpan(clause) || labelOf(named) || inSpan(sentence);
  const isOpen = label === '' || SOMEBODY.test(label) || THEM.test(sentence.text);
  return isOpen ? topicOf(sentence.text) || label : label;
}

/** Who does the work says less than what it is. */
const SOMEBODY =
  /^(?:\p{L}+ )?(?:firm|company|agency|guy|man|woman|people|person|supplier|contractor|firma|agentur|firmen|leute|entreprise|société|agence|empresa|agencia)$/iu;
/** "The ferry tickets: I got them at the counter" */
const THEM = /:\s[^:]{0,40}(?<!\p{L})(?:it|them|that|sie|es|les|la|los)(?!\p{L})/iu;
/** "Security: I hired a firm" */
const TOPIC =
  /^\s*(?:(?:oh|and|so|now|ah|ok|okay|right|und|et|y)[,\s]+){0,3}([\p{L}][\p{L}\s-]{2,30}):\s/iu;

function topicOf(sentence: string): string {
  const topic = TOPIC.exec(sentence)?.[1] ?? '';
  return topic.split(/\s/).length > MAX_TOPIC_WORDS ? '' : nounPhrase(topic);
}

const MAX_TOPIC_WORDS = 3;
