import { AGENT_NAME } from '#contracts/model';
import type { AgentDefinition } from './agent.ts';
import { AGENTS } from './catalogue.ts';
import { PLANNED } from './entries/plan-entries.ts';

/** The other parts of a project on the page; a dashboard is shown beside them by its name. */
const RESERVED_NAMES: readonly string[] = ['overview', 'sources', 'settings'];

const FACT_TYPE_NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** Definitions of agents that contradict themselves or each other. */
export class InvalidAgentsError extends Error {
  override readonly name = 'InvalidAgentsError';

  constructor(readonly faults: readonly string[]) {
    super(`These agents are not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Checks the catalogue of agents, before a process takes work or answers requests.
 * @throws InvalidAgentsError that lists all faults, each with the name of its agent
 */
export function checkAgents(agents: readonly AgentDefinition[] = AGENTS): void {
  const names = agents.map(({ name }) => name);
  const faults = agents.flatMap((agent) =>
    faultsOf(agent).map((fault) => `The agent “${agent.name}” ${fault}.`),
  );
  const repeated = repeatsIn(names).map((name) => `There are several agents “${name}”.`);
  if (faults.length + repeated.length > 0) throw new InvalidAgentsError([...repeated, ...faults]);
}

function faultsOf(agent: AgentDefinition): readonly string[] {
  return [...nameFaults(agent), ...factTypeFaults(agent), ...categoryFaults(agent)];
}

function nameFaults({ name, label, version }: AgentDefinition): readonly string[] {
  return [
    ...when(!AGENT_NAME.test(name), `has a name that is not of the form ${AGENT_NAME.source}`),
    ...when(RESERVED_NAMES.includes(name), 'has a reserved name'),
    ...when(label.trim() === '', 'has no label'),
    ...when(version.trim() === '', 'has no version'),
  ];
}

function factTypeFaults({ factTypes, singleValued }: AgentDefinition): readonly string[] {
  const names = factTypes.map(({ name }) => name);
  const unknown = singleValued.filter((name) => !names.includes(name));
  return [
    ...when(names.length === 0, 'reads no type of facts'),
    ...repeatsIn(names).map((name) => `has several fact types “${name}”`),
    ...names.flatMap(factTypeNameFaults),
    ...factTypes.flatMap(({ name, statuses }) =>
      repeatsIn(statuses).map((status) => `has the status “${status}” of “${name}” several times`),
    ),
    ...unknown.map((name) => `has no fact type “${name}”, but says that it is single-valued`),
  ];
}

function factTypeNameFaults(name: string): readonly string[] {
  return [
    ...when(
      !FACT_TYPE_NAME.test(name),
      `has a fact type “${name}”, which is not of the form ${FACT_TYPE_NAME.source}`,
    ),
    ...when(
      name.startsWith(PLANNED),
      `has a fact type “${name}”, but “${PLANNED}…” are items of the plan`,
    ),
  ];
}

/** The last category is for everything else, so there is one. */
function categoryFaults({ categories }: AgentDefinition): readonly string[] {
  return [
    ...when(categories.length === 0, 'has no category'),
    ...repeatsIn(categories.map((category) => category.toLowerCase())).map(
      (category) => `has the category “${category}” several times`,
    ),
  ];
}

function when(isFault: boolean, fault: string): readonly string[] {
  return isFault ? [fault] : [];
}

function repeatsIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}
