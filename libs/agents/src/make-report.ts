import type { Fact, ProjectPlan, ReportContent } from '#contracts/model';
import type { AgentDefinition, ReportInput } from './agent.ts';
import { entriesOf } from './entries/entries-of.ts';
import { atOnce, type Steps } from './steps.ts';

/** Facts and plan of a project, and when and in which currency it is reported about. */
export interface ReportMaterial extends Omit<ReportInput, 'entries'> {
  /** In the order in which they were said. */
  readonly facts: readonly Fact[];
  readonly plan: ProjectPlan;
}

/** Makes the report of an agent. The same material gives the same report. */
export function makeReport(agent: AgentDefinition, material: ReportMaterial): ReportContent {
  return atOnce(reportSteps(agent, material));
}

/** The same in steps: a report of thousands of facts takes a good part of a second. */
export function* reportSteps(
  agent: AgentDefinition,
  { facts, ...rest }: ReportMaterial,
): Steps<ReportContent> {
  const entries = yield* entriesOf(agent, facts, rest.plan, rest.currency);
  yield;
  return { ...agent.compute({ entries, ...rest }), entries };
}
