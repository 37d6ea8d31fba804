import type { Fact } from '#contracts/model';
import { clusterOf, type Cluster } from './cluster.ts';
import { sameFacts } from './decisions.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { joinCorrected } from './join-corrected.ts';
import type { StatementGroup } from './statement-group.ts';
import type { TypeWords } from './subject.ts';

/** Entries in the making, and which of them each group belongs to. */
export interface Clusters {
  /** In the order of their first facts. */
  readonly clusters: readonly Cluster[];
  /** The place of the cluster of each group. */
  readonly ofGroup: readonly number[];
}

/**
 * Joins the groups whose facts people called the same, and those that say the same once the
 * corrections of people are applied.
 * @param facts in the order in which they were said
 */
export function joinClusters(
  groups: readonly StatementGroup[],
  facts: readonly Fact[],
  typeWords: TypeWords,
): Clusters {
  const { sets, renamed } = joinSame(groups, facts);
  const places = new Map(facts.map((fact, at) => [fact, at]));
  const make = (members: readonly StatementGroup[]) => {
    const prevailing = members.filter(({ at }) => !renamed.has(at));
    const others = members.filter(({ at }) => renamed.has(at));
    return clusterOf([...prevailing, ...others], typeWords, places);
  };
  if (facts.some(({ decision }) => decision?.kind === 'corrected')) {
    const parts = partsOf(groups, sets).map((part) => ({ part, cluster: make(part) }));
    joinCorrected(parts, sets);
  }
  const parts = partsOf(groups, sets);
  return { clusters: parts.map(make), ofGroup: placesOfGroups(groups, parts) };
}

/** Joins what people called the same; `renamed` are the groups that are called the same as others. */
function joinSame(groups: readonly StatementGroup[], facts: readonly Fact[]) {
  const sets = new DisjointSets(groups.length);
  const renamed = new Set<number>();
  const groupOf = new Map(
    groups.flatMap((group) => group.facts.map((fact) => [fact, group.at] as const)),
  );
  for (const [fact, other] of sameFacts(facts)) {
    const [group, same] = [groupOf.get(fact), groupOf.get(other)];
    if (group === undefined || same === undefined || group === same) continue;
    sets.join(group, same);
    renamed.add(group);
  }
  return { sets, renamed };
}

function partsOf(
  groups: readonly StatementGroup[],
  sets: DisjointSets,
): readonly (readonly StatementGroup[])[] {
  const parts = Map.groupBy(groups, ({ at }) => sets.rootOf(at));
  return [...parts.values()];
}

function placesOfGroups(
  groups: readonly StatementGroup[],
  parts: readonly (readonly StatementGroup[])[],
): readonly number[] {
  const places = groups.map(() => 0);
  for (const [place, part] of parts.entries()) for (const { at } of part) places[at] = place;
  return places;
}
