import type { Fact, ProjectPlan, ReportEntry } from '#contracts/model';
import type { AgentDefinition } from '../agent.ts';
import type { Steps } from '../steps.ts';
import type { Cluster } from './cluster.ts';
import { disputesOf } from './disputes.ts';
import { statesOf, type StateOfEntry } from './entry-states.ts';
import { factsInOrder } from './facts-in-order.ts';
import { groupStatements } from './group-statements.ts';
import { joinClusters } from './join-clusters.ts';
import { planEntries } from './plan-entries.ts';
import { statementReader } from './statement.ts';
import { typeWordsOf } from './subject.ts';

/**
 * The statements of a report: facts with the decisions of people applied, those that say the same
 * joined into one, with what contradicts or supersedes them; and the items of the plan.
 *
 * Facts say the same when type and value are equal, and when the words of one label contain those of
 * the other. Different dates or people make them two statements, as does "another"; so does another
 * row of the same document, because tables list each item once. An equal amount that is mentioned
 * again without a date is taken as the same one: to count it twice would be worse than once.
 * @param facts in the order in which they were said
 * @param currency ISO 4217; of the amounts of the plan
 */
export function* entriesOf(
  agent: AgentDefinition,
  facts: readonly Fact[],
  plan: ProjectPlan,
  currency: string,
): Steps<readonly ReportEntry[]> {
  const stated = yield* statedEntries(agent, factsInOrder(facts));
  return [...planEntries(plan, currency), ...stated];
}

function* statedEntries(
  agent: AgentDefinition,
  facts: readonly Fact[],
): Steps<readonly ReportEntry[]> {
  const typeWords = typeWordsOf(agent);
  const read = statementReader(agent, typeWords);
  const { groups, corrections } = yield* groupStatements(facts, read);
  yield;
  const { clusters, ofGroup } = joinClusters(groups, facts, typeWords);
  yield;
  const placeOf = (group: number) => ofGroup[group] ?? group;
  const states = statesOf(
    clusters,
    corrections.map(({ by, of }) => ({ by: placeOf(by), of: placeOf(of) })),
  );
  const disputes = disputesOf(clusters, states, agent);
  yield;
  const ids = clusters.map(({ facts: [first] }) => first?.id ?? '');
  return clusters.flatMap((cluster, at) => entryOf(cluster, states[at], disputes[at] ?? [], ids));
}

function entryOf(
  { facts, content, decided }: Cluster,
  state: StateOfEntry | undefined,
  disputes: readonly number[],
  ids: readonly string[],
): readonly ReportEntry[] {
  const [first] = facts;
  if (first === undefined || state === undefined) return [];
  const { saidOn, saidAt, id } = first;
  return [
    {
      ...{ id, factIds: facts.map((fact) => fact.id), ...content, ...state, decided },
      supersededBy: state.supersededBy === null ? null : (ids[state.supersededBy] ?? null),
      disputes: disputes.flatMap((other) => ids[other] ?? []),
      ...{ saidOn, saidAt },
    },
  ];
}
