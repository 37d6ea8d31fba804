import type { AgentDefinition } from '../agent.ts';
import { isAlternative } from './alternative.ts';
import type { Cluster } from './cluster.ts';
import type { StateOfEntry } from './entry-states.ts';
import { areRivalPrices, isPrice } from './rival-prices.ts';

/** An entry names so many of the latest that contradict it. */
const MOST_NAMED = 20;

/**
 * The entries that contradict each other, by their places: those that count and state different
 * values or dates of one subject, of types with a single value, or different prices of it.
 */
export function disputesOf(
  clusters: readonly Cluster[],
  states: readonly StateOfEntry[],
  agent: AgentDefinition,
): readonly (readonly number[])[] {
  const disputes = clusters.map((): number[] => []);
  const bySubject = new Map<string, number[]>();
  for (const [at, cluster] of clusters.entries()) {
    const isSingle = agent.singleValued.includes(cluster.content.type);
    const counts = states[at]?.state === 'counted';
    if (!counts || !(isSingle || isPrice(cluster, agent))) continue;
    const key = keyOf(cluster, agent);
    const earlier = bySubject.get(key) ?? [];
    for (const other of earlier.slice(-MOST_NAMED)) {
      const contradicted = clusters[other];
      if (contradicted === undefined || !isAlternative(cluster, contradicted)) continue;
      if (!isSingle && !areRivalPrices(cluster, contradicted)) continue;
      disputes[at]?.push(other);
      disputes[other]?.push(at);
    }
    earlier.push(at);
    bySubject.set(key, earlier);
  }
  return disputes;
}

function keyOf({ content, subjectKey }: Cluster, { aboutOf }: AgentDefinition): string {
  const about = aboutOf?.(content) ?? null;
  return about === null ? subjectKey : `${content.type}\n${about}`;
}
