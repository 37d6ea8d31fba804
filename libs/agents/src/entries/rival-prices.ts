import type { AgentDefinition } from '../agent.ts';
import type { Cluster } from './cluster.ts';
import { sourceOf } from './facts-in-order.ts';
import { speaksOfAnother } from './statement.ts';
import { isGeneric } from './subject.ts';

/** Whether an entry states the one price of its subject; an entry about "another" one does not. */
export function isPrice({ facts }: Cluster, { statesPrice }: AgentDefinition): boolean {
  if (statesPrice === undefined) return false;
  return facts.every((fact) => statesPrice(fact) && !speaksOfAnother(fact.quote));
}

/**
 * Whether two different prices of one subject cannot both hold. Prices of two suppliers, in two
 * currencies or for different spans can, and so can those in one sentence or one document, where
 * parts are listed.
 */
export function areRivalPrices(one: Cluster, other: Cluster): boolean {
  return isOfOneSupplier(one, other) && isOfOneKind(one, other) && !isListedTogether(one, other);
}

/** Without a subject, only the same supplier tells what the price is of. */
function isOfOneSupplier(one: Cluster, other: Cluster): boolean {
  const [first, second] = [one, other].map(({ content }) => content.who?.toLowerCase() ?? null);
  if (isGeneric(one.subject)) return first !== null && first === second;
  return first === null || second === null || first === second;
}

function isOfOneKind({ content: one }: Cluster, { content: other }: Cluster): boolean {
  if (one.value?.kind !== 'money' || other.value?.kind !== 'money') return false;
  const isRange = one.value.upTo !== undefined || other.value.upTo !== undefined;
  return (
    !isRange && one.value.currency === other.value.currency && one.value.per === other.value.per
  );
}

function isListedTogether({ facts: [one] }: Cluster, { facts: [other] }: Cluster): boolean {
  if (one === undefined || other === undefined) return true;
  const isWritten = one.citation.kind === 'written' && other.citation.kind === 'written';
  const isOneDocument = isWritten && sourceOf(one) === sourceOf(other);
  return isOneDocument || (one.quote === other.quote && sourceOf(one) === sourceOf(other));
}
