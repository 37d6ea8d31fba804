import type { AgentDefinition } from '../agent.ts';

/** TODO(performance): the slice that is being built. */
export const performance: AgentDefinition = {
  name: 'performance',
  label: 'Performance',
  description: '',
  version: '1',
  factTypes: [],
  categories: ['Other'],
  singleValued: [],
  instructions: '',
  read: () => [],
  compute: () => ({ figures: [], blocks: [] }),
};
