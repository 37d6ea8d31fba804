import type { ErrorDefinition } from './error-definition.ts';

/** Errors of agents and their reports. */
export const AGENT_ERRORS = {
  report_missing: {
    status: 404,
    retryable: true,
    title: 'The agent has not reported about the project yet',
    nextAction:
      'Request a report with POST /projects/{id}/reports, and wait until it is completed.',
  },
  agent_unknown: {
    status: 404,
    retryable: false,
    title: 'There is no agent of this name',
    nextAction: 'Use one of the names that GET /agents lists.',
  },
  plan_changed: {
    status: 412,
    retryable: false,
    title: 'The plan was changed meanwhile',
    nextAction: 'Read the plan again, apply the change to it, and send it with the new ETag.',
  },
} as const satisfies Record<string, ErrorDefinition>;
