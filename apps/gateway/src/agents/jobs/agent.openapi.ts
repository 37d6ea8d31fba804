import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { AgentDefinition } from '#agents';
import {
  agentHistorySchema,
  agentJobStatusSchema,
  agentQuickStatusSchema,
  startedAgentJobSchema,
} from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { REPORT_EXAMPLE } from '../../projects/reports/reports.examples.ts';
import { completedJobExample, jobExample, startedJobExample } from './agent-jobs.examples.ts';

/** As the example of a report says. */
const REPORTED_AT = REPORT_EXAMPLE.createdAt;

type Named = Pick<AgentDefinition, 'name' | 'label'>;

export function StartAgentRoute({ name, label }: Named): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: `Start the ${label} agent`,
      description:
        'Starts a refresh of the report, or joins the one that is under way, and answers at once. The same as `POST /projects/{id}/reports`, in the form of earlier pages. It is refused when a page of another site has caused it (`Sec-Fetch-Site: cross-site`, or an `Origin` that is not that of the gateway).',
      status: 202,
      answer: 'The refresh that was started or joined.',
      schema: startedAgentJobSchema,
      example: startedJobExample(name),
    }),
    ApiProblems('invalid_request', 'cross_site_refused', 'not_found', 'owner_limit_reached'),
  );
}

export function StartAgentByGetRoute({ name, label }: Named): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: `Start the ${label} agent by GET`,
      description: 'The same as the POST, for earlier pages that send a GET.',
      status: 202,
      answer: 'The refresh that was started or joined.',
      schema: startedAgentJobSchema,
      example: startedJobExample(name),
    }),
    ApiProblems('invalid_request', 'cross_site_refused', 'not_found', 'owner_limit_reached'),
  );
}

export function AgentStatusRoute({ name, label }: Named): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: `Follow the ${label} agent`,
      description:
        'The latest refresh with its progress, and the report when it is completed; `not_found` when there has never been one. `elapsed_seconds` counts from the request to the end, or until now.',
      status: 200,
      answer: 'The latest refresh.',
      schema: agentJobStatusSchema,
      example: { ...completedJobExample(name), result: { ...REPORT_EXAMPLE, agent: name } },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function QuickStatusRoute({ name, label }: Named): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: `Get the stored report of the ${label} agent`,
      description:
        'The stored report and the status of the latest refresh. It never starts work and never waits for it. With the entity tag of an earlier answer in `If-None-Match`, as browsers send it, an unchanged report is not sent again.',
      status: 200,
      answer: 'The stored report.',
      schema: agentQuickStatusSchema,
      example: {
        ...{ status: 'processing', agent: name, project_id: EXAMPLE.projectId },
        updated_at: REPORTED_AT,
        result: { ...REPORT_EXAMPLE, agent: name },
      },
    }),
    ApiResponse({ status: 304, description: 'The client has it already (`If-None-Match`).' }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function AgentHistoryRoute({ name, label }: Named): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: `List the refreshes of the ${label} agent`,
      description: 'The latest 50, newest first.',
      status: 200,
      answer: 'The refreshes.',
      schema: agentHistorySchema,
      example: {
        ...{ agent: name, project_id: EXAMPLE.projectId },
        jobs: [jobExample(name), completedJobExample(name)],
      },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
