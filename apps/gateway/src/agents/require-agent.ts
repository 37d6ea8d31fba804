import { AGENT_NAMES, findAgent, type AgentDefinition } from '#agents';
import { AppError } from '#platform';

/**
 * The definition of an agent.
 * @throws AppError `agent_unknown`, whose message lists the agents
 */
export function requireAgent(name: string): AgentDefinition {
  const agent = findAgent(name);
  if (agent !== null) return agent;
  const message = `There is no agent “${name}”; there is ${AGENT_NAMES.join(', ')}.`;
  throw new AppError('agent_unknown', message, { details: { available: AGENT_NAMES } });
}
