import type { AgentDefinition } from './agent.ts';
import { financial } from './financial/financial.agent.ts';
import { performance } from './performance/performance.agent.ts';

/** Every agent, in the order in which the page shows them. This is the only list of them. */
export const AGENTS: readonly AgentDefinition[] = [financial, performance];

/** The definition of an agent; `null` when there is none of this name. */
export function findAgent(name: string): AgentDefinition | null {
  return AGENTS.find((agent) => agent.name === name) ?? null;
}

/** The names of all agents. */
export const AGENT_NAMES: readonly string[] = AGENTS.map(({ name }) => name);
