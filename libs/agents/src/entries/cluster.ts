import type { Fact, FactDecision } from '#contracts/model';
import { correctionOf, decisionOf } from './decisions.ts';
import { sourceOf } from './facts-in-order.ts';
import type { StatementGroup, Topic } from './statement-group.ts';
import { isGeneric, subjectOf, type Subject, type TypeWords } from './subject.ts';
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
  typeWords: TypeWords,
  places: ReadonlyMap<Fact, number>,
): Cluster {
  const facts = groups.flatMap((group) => group.facts);
  facts.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  const topic = topicOf(groups);
  const correction = correctionOf(facts);
  const content = { ...contentOf(groups, topic), ...correction };
  const isRenamed = correction.label !== undefined || correction.type !== undefined;
  const subject =
    topic === null || isRenamed ? subjectIn(content, typeWords, facts) : topic.subject;
  return {
    ...{ facts, content, subject, decided: decisionOf(facts) },
    subjectKey: subjectKey({ ...content, subject }),
    value: valueKey(content.value),
    on: dateKey(content.on),
  };
}

/** Fields that the first fact leaves out are those of the next one that has them. */
function contentOf(groups: readonly StatementGroup[], topic: Topic | null): Content {
  const facts = groups.flatMap((group) => group.facts);
  const [group] = groups;
  return {
    type: group?.type ?? '',
    label: topic?.label ?? '',
    value: group?.first.fact.value ?? null,
    on: facts.find(({ on }) => on !== null)?.on ?? null,
    who: facts.find(({ who }) => who !== null)?.who ?? null,
    status: statusOf(facts),
    category: facts.find(({ category }) => category !== null)?.category ?? topic?.category ?? null,
  };
}

/**
 * The latest status. One that is only possible or was not heard clearly replaces no other one, unless
 * a person has confirmed it.
 */
function statusOf(facts: readonly Fact[]): string | null {
  const stated = facts.filter(({ status }) => status !== null);
  const sure = stated.findLast(
    ({ clear, certainty, decision }) =>
      decision?.kind === 'confirmed' || (clear && certainty === 'certain'),
  );
  return (sure ?? stated.at(-1))?.status ?? null;
}

/** The first topic that says what the entry is about. */
function topicOf(groups: readonly StatementGroup[]): Topic | null {
  const topics = groups.map(({ topic }) => topic);
  return topics.find(({ subject }) => !isGeneric(subject)) ?? topics[0] ?? null;
}

function subjectIn(
  { label, value, type }: Content,
  typeWords: TypeWords,
  facts: readonly Fact[],
): Subject {
  const [first] = facts;
  return subjectOf(
    label,
    value,
    typeWords.get(type) ?? new Set(),
    first === undefined ? '' : sourceOf(first),
  );
}
