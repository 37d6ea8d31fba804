import { isAlternative } from './alternative.ts';
import type { Cluster } from './cluster.ts';
import type { StateOfEntry } from './entry-states.ts';

/** An entry names so many of the latest that contradict it. */
const MOST_NAMED = 20;

/**
 * The entries that contradict each other: of types with a single value, those that count and state
 * different values or dates of one subject. By their places.
 */
export function disputesOf(
  clusters: readonly Cluster[],
  states: readonly StateOfEntry[],
  singleValued: readonly string[],
): readonly (readonly number[])[] {
  const disputes = clusters.map((): number[] => []);
  const bySubject = new Map<string, number[]>();
  for (const [at, cluster] of clusters.entries()) {
    const counts = states[at]?.state === 'counted';
    if (!counts || !singleValued.includes(cluster.content.type)) continue;
    const earlier = bySubject.get(cluster.subjectKey) ?? [];
    for (const other of earlier.slice(-MOST_NAMED)) {
      const contradicted = clusters[other];
      if (contradicted === undefined || !isAlternative(cluster, contradicted)) continue;
      disputes[at]?.push(other);
      disputes[other]?.push(at);
    }
    earlier.push(at);
    bySubject.set(cluster.subjectKey, earlier);
  }
  return disputes;
}
