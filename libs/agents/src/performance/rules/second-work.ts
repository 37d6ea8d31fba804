import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { labelOf } from './label.ts';
import { isPastWork, workVerb } from './verbs.ts';

/** A second verb with the same subject: "I'll print the badges on Friday and bring them on Monday". */
const AND =
  /,? and (?:then |also |just )?(?=(?<verb>\p{L}+) (?!(?:it|them|that|this|him|her)(?![\p{L}]))\p{L})/giu;

/**
 * The pieces of work that a clause names with one subject. Of promises, only those with a date
 * each: "call and ask them by Friday" is one.
 */
export function eachWork(clause: Clause, fact: FactDraft): readonly FactDraft[] {
  const isOpen = fact.status === 'open';
  if (fact.type !== 'commitment' || !(isOpen || fact.status === 'kept')) return [fact];
  const found = [...clause.text.matchAll(AND)].find(({ groups }) => {
    const verb = groups?.['verb'] ?? '';
    return isOpen ? workVerb(verb) === verb.toLowerCase() : isPastWork(verb);
  });
  if (!found) return [fact];
  const at = clause.textStart + found.index;
  const second = clause.text.slice(found.index + found[0].length);
  const [before, after] = [dateIn(clause, 0, at), dateIn(clause, at, Infinity)];
  if (isOpen && (before === null || after === null)) return [fact];
  const label = labelOf(second, clause.source.date);
  const own = labelOf(fact.label.split(/,? and /iu)[0] ?? '', clause.source.date);
  if (label === null || own === null) return [fact];
  return [
    { ...fact, label: own, on: isOpen ? before : fact.on },
    {
      ...fact,
      label,
      on: after !== null && !isOpen && after.date > clause.source.date ? null : after,
    },
  ];
}

/** The first date between two characters of the line. */
function dateIn({ dates }: Clause, from: number, to: number): FactDraft['on'] {
  return dates.find(({ start }) => start >= from && start < to)?.on ?? null;
}
