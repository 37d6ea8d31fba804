import type { AgentDefinition } from '../agent.ts';
import { computeSafety } from './compute.ts';
import { SAFETY_FACT_TYPES } from './fact-types.ts';
import { readSafety } from './read.ts';

/** Reports what may hurt people, and what has. */
export const safety: AgentDefinition = {
  name: 'safety',
  label: 'Safety',
  description: 'Hazards and incidents.',
  version: '1',
  factTypes: SAFETY_FACT_TYPES,
  categories: ['Other'],
  singleValued: [],
  instructions: 'Read what endangers people, not what endangers the plan.',
  read: readSafety,
  compute: computeSafety,
};
