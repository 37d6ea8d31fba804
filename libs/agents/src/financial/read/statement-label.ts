import { depositLabel, priceBefore } from './deposit.rule.ts';
import { labelOf } from './label.rule.ts';
import { relativeTo, type Statement } from './statement.ts';
import { spansIn } from './term.rule.ts';

/** "on the hall, which costs 2,000": it is about what stands before it. */
const RELATIVE =
  /^\s*(?:and )?(?:which|that|(?:der|die|das)(?= (?:[^,;]{0,30} )?(?:kostet|kosten)(?!\p{L}))|qui|que)\s/iu;

/** The label in the clause, in the sentence, or of what was asked or said before. */
export function labelIn(statement: Statement, who: string | null): string {
  const { source, corrected, carried, clause } = statement;
  if (carried !== null && RELATIVE.test(clause.text)) return carried.label;
  const own = depositLabel(ownLabel(statement, who), carried ?? priceBefore(source));
  return own || (corrected?.label ?? source.context.asked?.label ?? '');
}

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
  return inSpan(clause) || inSpan(sentence);
}
