import type { Fact, FactCorrection, FactDecision } from '#contracts/model';

/**
 * What people decided about the facts of an entry: the latest fact with a decision counts. That two
 * facts are the same says nothing of whether they hold, so it counts last.
 * @param facts in the order in which they were said
 */
export function decisionOf(facts: readonly Fact[]): FactDecision['kind'] | null {
  const kinds = facts.flatMap(({ decision }) => decision?.kind ?? []);
  return kinds.findLast((kind) => kind !== 'sameAs') ?? kinds.at(-1) ?? null;
}

/** All corrections of the facts of an entry; later facts prevail. */
export function correctionOf(facts: readonly Fact[]): FactCorrection {
  return facts.reduce<FactCorrection>(
    (fields, { decision }) =>
      decision?.kind === 'corrected' ? { ...fields, ...decision.correction } : fields,
    {},
  );
}

/** Pairs of facts of which a person said that the first is the same as the second. */
export function sameFacts(facts: readonly Fact[]): readonly (readonly [Fact, Fact])[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return facts.flatMap((fact) => {
    const other = fact.decision?.kind === 'sameAs' ? byId.get(fact.decision.factId) : undefined;
    return other === undefined || other === fact ? [] : [[fact, other] as const];
  });
}
