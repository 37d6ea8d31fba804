import type { FactDate } from '#contracts/model';
import type { FoundDate } from '../../text/dates.ts';
import type { Clause } from './clauses.ts';
import type { Measure } from './measures.ts';

/** What a number is compared with, and what it is to become, have dates of their own. */
const OF_ANOTHER =
  /(?<![\p{L}])(?:than|compared|against|versus|vs|from|target|goal|aim|aiming|should|want|als|im vergleich|gegenüber|ziel|que|qu|contre|par rapport|objectif|desde|frente|objetivo|meta)(?![\p{L}])/iu;

/**
 * When something was measured: the date near its number, unless that is one of another number. What
 * is measured does not lie in the future.
 */
export function dateOfMeasure(clause: Clause, measure: Measure): FactDate | null {
  const found = clause.dates.find((date) => isOf(date, measure, clause));
  return found && found.on.date <= clause.source.date ? found.on : null;
}

function isOf({ start }: FoundDate, measure: Measure, { source, textStart }: Clause): boolean {
  const end = textStart + measure.end;
  return start < end || !OF_ANOTHER.test(source.text.slice(end, start));
}
