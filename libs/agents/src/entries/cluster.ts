import type { Fact, FactDecision, FactType } from '#contracts/model';
import { correctionOf, decisionOf } from './decisions.ts';
import { sourceOf } from './facts-in-order.ts';
import type { StatementGroup } from './statement-group.ts';
import { isGeneric, subjectOf, type Subject } from './subject.ts';
import { subjectKey } from './subject-key.ts';
import { dateKey, valueKey } from './value-key.ts';

/** The fields of an entry that say what it states. */
export type Content = Pick<Fact, 'type' | 'label' | 'value' | 'on' | 'who' | 'status' | 'category'>;

/** Groups that a person or equal words have made one entry. */
export interface Cluster {
  /** In the order in which they were said. */
  readonly facts: readonly Fact[];
  readonly content: Content;
  readonly decided: FactDecision['kind'] | null;
  readonly subject: Subject;
  readonly subjectKey: string;
  /** As of `valueKey` and `dateKey`. */
  readonly value: string;
  readonly on: string | null;
}

/**
 * Makes an entry of groups.
 * @param groups those whose fields prevail first
 * @param places order of all facts
 */
export function clusterOf(
  groups: readonly StatementGroup[],
  types: ReadonlyMap<string, FactType>,
  places: ReadonlyMap<Fact, number>,
): Cluster {
  const stated = contentOf(groups);
  const facts = groups.flatMap((group) => group.facts);
  facts.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  const content = { ...stated, ...correctionOf(facts) };
  const subject = subjectIn(content, types, facts);
  return {
    ...{ facts, content, subject, decided: decisionOf(facts) },
    subjectKey: subjectKey({ ...content, subject }),
    value: valueKey(content.value),
    on: dateKey(content.on),
  };
}

/** Fields that the first fact leaves out are those of the next one that has them. */
function contentOf(groups: readonly StatementGroup[]): Content {
  const facts = groups.flatMap((group) => group.facts);
  const first = <K extends keyof Content>(field: K): Content[K] | null =>
    facts.find((fact) => fact[field] !== null)?.[field] ?? null;
  const [group] = groups;
  return {
    type: group?.type ?? '',
    label: labelOf(groups),
    value: group?.first.fact.value ?? null,
    on: first('on'),
    who: first('who'),
    status: facts.findLast(({ status }) => status !== null)?.status ?? null,
    category: first('category') ?? group?.topic.category ?? null,
  };
}

/** The first label that says what the entry is about. */
function labelOf(groups: readonly StatementGroup[]): string {
  const topics = groups.map(({ topic }) => topic);
  const topic = topics.find(({ subject }) => !isGeneric(subject)) ?? topics[0];
  return topic?.label ?? '';
}

function subjectIn(
  { label, value, type }: Content,
  types: ReadonlyMap<string, FactType>,
  facts: readonly Fact[],
): Subject {
  const [first] = facts;
  return subjectOf(
    label,
    value,
    types.get(type) ?? null,
    first === undefined ? '' : sourceOf(first),
  );
}
