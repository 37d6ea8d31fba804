import type { AgentDefinition } from './agent.ts';

const LINE = {
  speaker: 'Ada',
  text: 'We paid 300 euros for the lights yesterday, and I will send the contract by Friday.',
  date: '2026-11-26',
};

/**
 * Reads a sentence with the rules of each agent. The first reading of a process takes some fifty times
 * as long as later ones, because it compiles the rules; it must not hold a loop that others share.
 */
export function warmUp(agents: readonly AgentDefinition[]): void {
  const context = { currency: 'EUR', categories: [] };
  for (const agent of agents) agent.read({ before: [], lines: [LINE] }, context);
}
