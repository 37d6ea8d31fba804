import type { FactDraft, FactValue } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { type Measure, measuresIn } from './measures.ts';

/** What stands between two numbers of the same: "4.1 last month and 4.4 now". */
const BETWEEN =
  /^(?:%| ?percent| ?prozent)?(?: (?:last|this|in|on|at|back in|the previous|im|letzten?|letzte|le|en|el) [\p{L} ]{2,20}?| yesterday| today| now| before| gestern| hier| ayer)?,?(?: (?:and|but|then|und|et|y|mais|aber|pero))?(?: (?:it['’]?s|is|are|now|about|around|today|only|already|jetzt|maintenant|ahora))* $/iu;
const AFTER =
  /^(?:%| ?percent| ?prozent)?,? ?(?:now|today|currently|this|last|yesterday|at the moment|at present|jetzt|heute|aktuell|maintenant|aujourd|ahora|hoy|in (?:january|february|march|april|may|june|july|august|september|october|november|december))(?![\p{L}])/iu;

/** Further numbers of the same metric at other times, each told right after the one before it. */
export function readSecondMetric(clause: Clause, fact: FactDraft): readonly FactDraft[] {
  if (fact.type !== 'metric' || fact.status !== null) return [];
  const measures = measuresIn(clause);
  const more: FactDraft[] = [];
  for (let at = measures.findIndex(({ value }) => value === fact.value); at >= 0; at++) {
    const [before, next] = [measures[at], measures[at + 1]];
    if (!before || !next || !isNext(before, next, clause)) break;
    more.push({ ...fact, value: next.value, on: dateAfter(next, clause), corrects: false });
  }
  return more;
}

function isNext(before: Measure, next: Measure, { text }: Clause): boolean {
  const isSame = isSameKind(before.value, next.value);
  return isSame && BETWEEN.test(text.slice(before.end, next.start)) && AFTER.test(next.after);
}

/** "48 percent in October and 44 now": the second number may go without its unit. */
function isSameKind(first: FactValue, second: FactValue): boolean {
  return second.kind === first.kind || (second.kind === 'quantity' && second.unit === '');
}

function dateAfter({ end }: Measure, { dates, textStart, source }: Clause): FactDraft['on'] {
  const after = dates.find(({ start }) => start >= textStart + end);
  return after && after.on.date <= source.date ? after.on : null;
}
