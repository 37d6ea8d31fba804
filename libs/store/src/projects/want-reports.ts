import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { projectAgents } from '../schema/index.ts';
import { signalWork } from '../signals/signal-work.ts';
import type { ProjectRecord } from './lock-project.ts';
import { projectSignal } from './project-signal.ts';

/**
 * Asks for new reports after a decision or a change of the plan: of one agent, or of all agents that
 * have reported about the project. The caller has locked the project.
 */
export async function wantReports(
  tx: Transaction,
  project: ProjectRecord,
  agent: string | null = null,
): Promise<void> {
  const { rowCount } = await tx
    .update(projectAgents)
    .set({ wanted: sql`${projectAgents.wanted} + 1` })
    .where(
      and(
        eq(projectAgents.projectId, project.id),
        agent === null ? undefined : eq(projectAgents.agent, agent),
        isNotNull(projectAgents.reportId),
      ),
    );
  if (rowCount) await signalWork(tx, [projectSignal(project)]);
}
