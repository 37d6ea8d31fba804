import type { Fact, ProjectPlan, ReportEntry } from '#contracts/model';
import type { AgentDefinition } from '../agent.ts';

/**
 * The statements of a report: facts with the decisions of people applied, those that say the same
 * joined into one, with what contradicts or supersedes them; and the items of the plan.
 * @param facts in the order in which they were said
 */
export function entriesOf(
  _agent: AgentDefinition,
  _facts: readonly Fact[],
  _plan: ProjectPlan,
): readonly ReportEntry[] {
  return [];
}
