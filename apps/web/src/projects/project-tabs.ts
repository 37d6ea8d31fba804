import type { RouteLocationRaw } from 'vue-router';
import type { Agent } from '../api/types.ts';

/** A tab of a project. */
export interface ProjectTab {
  readonly name: string;
  readonly label: string;
  readonly to: RouteLocationRaw;
}

/** What the tabs of some agents are called; others have the label of their agent. */
const AGENT_TABS: Readonly<Record<string, string>> = {
  financial: 'Money',
  performance: 'Progress',
};

/** What the dashboard of an agent is called. */
export function tabLabelOf({ name, label }: Pick<Agent, 'name' | 'label'>): string {
  return AGENT_TABS[name] ?? label;
}

/**
 * The tabs of a project: one for each agent, between the overview and what the agents read.
 *
 * @param id - The project.
 * @param agents - All agents, in their order.
 */
export function tabsOf(id: string, agents: readonly Agent[]): readonly ProjectTab[] {
  const dashboards = agents.map((agent) => ({
    name: agent.name,
    label: tabLabelOf(agent),
    to: { name: 'project-agent', params: { id, agent: agent.name } },
  }));
  return [
    { name: 'overview', label: 'Overview', to: { name: 'project', params: { id } } },
    ...dashboards,
    { name: 'sources', label: 'Conversations', to: { name: 'project-sources', params: { id } } },
    { name: 'settings', label: 'Settings', to: { name: 'project-settings', params: { id } } },
  ];
}
