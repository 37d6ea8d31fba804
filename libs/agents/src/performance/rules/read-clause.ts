import type { Certainty, FactDate, FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { labelOf } from './label.ts';
import type { FactPattern, FoundParts } from './pattern.ts';

/** The fact that a clause states in one of some patterns; `null` when there is none. */
export function readClause(
  clause: Clause,
  patterns: readonly FactPattern[],
  text = clause.text,
): FactDraft | null {
  for (const pattern of patterns) {
    if (!mayState(clause, pattern)) continue;
    const match = pattern.pattern.exec(text);
    if (!match) continue;
    const { what = '', who = '' } = match.groups ?? {};
    const draft = draftOf(clause, pattern, { what, who });
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

function draftOf(clause: Clause, pattern: FactPattern, parts: FoundParts): FactDraft | null {
  const { source, quote } = clause;
  if (pattern.accepts && !pattern.accepts(parts, clause)) return null;
  const what = parts.what === '' && pattern.about ? clause.previous : parts.what;
  const label =
    labelOf(what, source.date) ?? (pattern.about ? labelOf(clause.text, source.date) : null);
  const dates = clause.dates.map(({ on }) => on);
  const on = dateOf(dates, pattern);
  if (label === null || (pattern.needs === 'date' && !on)) return null;
  return {
    line: clause.line,
    quote,
    type: pattern.type,
    label,
    value: null,
    on,
    who: whoOf(clause, pattern, parts),
    status: pattern.status,
    category: null,
    certainty: certaintyOf(clause, pattern),
    corrects: pattern.corrects ?? clause.standing.corrects,
  };
}

function dateOf(dates: readonly FactDate[], { date }: FactPattern): FactDate | null {
  return (date === 'last' ? dates.at(-1) : dates[0]) ?? null;
}

function whoOf({ source }: Clause, pattern: FactPattern, { who }: FoundParts): string | null {
  if (pattern.of === undefined || /^we$/iu.test(who)) return null;
  return pattern.of === 'speaker' || /^i$/iu.test(who) ? source.speaker : who;
}

function certaintyOf({ standing }: Clause, { certainty, modal }: FactPattern): Certainty {
  if (certainty) return certainty;
  return standing.unsure && modal !== 'allowed' ? 'possible' : 'certain';
}
