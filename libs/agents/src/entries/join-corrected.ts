import type { Cluster } from './cluster.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { StatementGroup } from './statement-group.ts';
import { isGeneric } from './subject.ts';

/** A cluster and the groups that it is made of. */
interface Part {
  readonly part: readonly StatementGroup[];
  readonly cluster: Cluster;
}

/**
 * Joins what a person has corrected with what already says so: a misheard amount, once corrected, is
 * the one that was said clearly at another time.
 */
export function joinCorrected(parts: readonly Part[], sets: DisjointSets): void {
  const latest = new Map<string, Part>();
  for (const part of parts) {
    const { content, subject, value, decided } = part.cluster;
    if (isGeneric(subject) || decided === 'rejected') continue;
    const key = [content.type, subject.exact, value].join('\n');
    const earlier = latest.get(key);
    if (earlier !== undefined && isOne(earlier.cluster, part.cluster)) {
      sets.join(earlier.part[0]?.at ?? 0, part.part[0]?.at ?? 0);
    }
    latest.set(key, part);
  }
}

function isOne(one: Cluster, other: Cluster): boolean {
  const isCorrected = [one, other].some(({ facts }) =>
    facts.some(({ decision }) => decision?.kind === 'corrected'),
  );
  return (
    isCorrected &&
    agree(one.on, other.on) &&
    agree(one.content.who?.toLowerCase() ?? null, other.content.who?.toLowerCase() ?? null)
  );
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
