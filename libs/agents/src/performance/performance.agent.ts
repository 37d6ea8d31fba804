import type { AgentDefinition } from '../agent.ts';
import { computePerformance } from './compute/compute.ts';
import { PERFORMANCE_FACT_TYPES } from './fact-types.ts';
import { readPerformance } from './read.ts';

/** Goals, dates, promises and obstacles of a project. */
export const performance: AgentDefinition = {
  name: 'performance',
  label: 'Performance',
  description:
    'Goals and whether they are on track, milestones, metrics, commitments, blockers, risks and decisions.',
  version: '5',
  factTypes: PERFORMANCE_FACT_TYPES,
  categories: ['Other'],
  // A metric is not: its values in order are its trend, and none contradicts an earlier one.
  singleValued: ['goal', 'milestone'],
  // What opens and what closes it are two statements, so that it is known when each was said; and so
  // are a decision and its reversal, and a number and a change by as many.
  apartByStatus: ['commitment', 'blocker', 'decision', 'metric'],
  instructions:
    'Read what people commit to only when they take it on themselves, are named as the one who will do it, ' +
    'or accept a request: "we need to", "you should", questions, conditions, jokes and what others are quoted ' +
    'with are no commitments. When somebody says that something promised is done, was forgotten or will not ' +
    'be done, state a commitment with status kept or broken and the words that name it. Name milestones, goals ' +
    'and metrics with the same words each time. When a date is moved, state the new one with status moved; when it is moved by some ' +
    'weeks or days, state these as its value, and status brought forward when it is earlier. When no new ' +
    'date is known, the status is postponed.',
  read: readPerformance,
  compute: computePerformance,
};
