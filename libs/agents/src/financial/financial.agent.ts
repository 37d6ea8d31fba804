import type { AgentDefinition } from '../agent.ts';

/** TODO(financial): the slice that is being built. */
export const financial: AgentDefinition = {
  name: 'financial',
  label: 'Financial',
  description: '',
  version: '1',
  factTypes: [],
  categories: ['Other'],
  singleValued: [],
  instructions: '',
  read: () => [],
  compute: () => ({ figures: [], blocks: [] }),
};
