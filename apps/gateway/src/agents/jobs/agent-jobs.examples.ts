import type { AgentJob, StartedAgentJob } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

/** The example refresh of an agent that was started. */
export function startedJobExample(agent: string): StartedAgentJob {
  return {
    status: 'processing',
    job_id: EXAMPLE.reportTaskId,
    agent,
    project_id: EXAMPLE.projectId,
    started_at: EXAMPLE.createdAt,
    joined: false,
  };
}

/** The example refresh of an agent in progress. */
export function jobExample(agent: string): AgentJob {
  const { joined: _joined, ...job } = startedJobExample(agent);
  return {
    ...job,
    completed_at: null,
    failed_at: null,
    elapsed_seconds: 4.2,
    progress: { percent: 40, step: 'read', message: 'Reading what was said (2 of 5)' },
    error: null,
  };
}

/** The example refresh of an agent that is completed. */
export function completedJobExample(agent: string): AgentJob {
  return {
    ...jobExample(agent),
    status: 'completed',
    completed_at: '2026-11-22T09:30:09.100Z',
    elapsed_seconds: 9.1,
    progress: { percent: 100, step: 'write', message: 'Finished' },
  };
}
