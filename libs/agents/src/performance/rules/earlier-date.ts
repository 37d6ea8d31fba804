import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';

const FROM = /(?<![\p{L}])(?:from|vom|von|du|de|del|desde) (?:the |den |dem |el |le )?$/iu;

/**
 * The date that a milestone had before, when one statement names both: "moved from 3 March to 17
 * March". It is only possible, because the statement itself replaces it.
 */
export function readEarlierDate(clause: Clause, fact: FactDraft): readonly FactDraft[] {
  if (fact.type !== 'milestone' || fact.status !== 'moved') return [];
  const earlier = clause.dates.find(({ on, start }) => {
    const before = clause.source.text.slice(Math.max(0, start - 16), start);
    return on.precision === 'day' && on.date !== fact.on?.date && FROM.test(before);
  });
  if (!earlier) return [];
  const { on } = earlier;
  return [{ ...fact, on, status: 'planned', certainty: 'possible', corrects: false }];
}
