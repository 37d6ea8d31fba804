import type { AgentDefinition } from '../agent.ts';
import { FINANCIAL_CATEGORIES } from './categories/category-words.table.ts';
import { computeFinancial } from './compute/compute.ts';
import { aboutOf } from './compute/whole-budget.ts';
import { FINANCIAL_FACT_TYPES } from './fact-types.table.ts';
import { FINANCIAL_INSTRUCTIONS } from './instructions.ts';
import { statesPrice } from './read/amounts/price.rule.ts';
import { readPassage } from './read/read-passage.ts';

/** Reports about the money of a project. */
export const financial: AgentDefinition = {
  name: 'financial',
  label: 'Financial',
  description: 'Budget, spending, commitments and income of a project, from what was said.',
  version: '5',
  factTypes: FINANCIAL_FACT_TYPES,
  categories: FINANCIAL_CATEGORIES,
  singleValued: ['budget'],
  aboutOf,
  statesPrice,
  instructions: FINANCIAL_INSTRUCTIONS,
  read: readPassage,
  compute: computeFinancial,
};
