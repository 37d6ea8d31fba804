import type { Fact, ProjectPlan, ReportContent } from '#contracts/model';
import type { AgentDefinition, ReportInput } from './agent.ts';
import { entriesOf } from './entries/entries-of.ts';

/** Facts and plan of a project, and when and in which currency it is reported about. */
export interface ReportMaterial extends Omit<ReportInput, 'entries'> {
  /** In the order in which they were said. */
  readonly facts: readonly Fact[];
  readonly plan: ProjectPlan;
}

/** Makes the report of an agent. The same material gives the same report. */
export function makeReport(
  agent: AgentDefinition,
  { facts, ...rest }: ReportMaterial,
): ReportContent {
  const entries = entriesOf(agent, facts, rest.plan, rest.currency);
  return { ...agent.compute({ entries, ...rest }), entries };
}
