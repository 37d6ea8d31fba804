import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { reportChangesSchema, reportPageSchema, reportSchema, taskSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import {
  CHANGES_EXAMPLE,
  REPORT_EXAMPLE,
  REPORT_HEAD_EXAMPLE,
  REPORT_TASK_EXAMPLE,
} from './reports.examples.ts';

export function RequestReportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Request a report',
      description:
        'Creates a task in which an agent reads what is new in the conversations and documents of the project, and computes its report. If it is reporting already, that task is returned instead. A task takes ten minutes at most; what it has finished by then is kept. `GET /agents` lists the agents, `GET /engines` the engines.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: REPORT_TASK_EXAMPLE,
      headers: { Location: 'Path of the task.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/RequestReport' },
      examples: {
        least: { value: { agent: 'financial' } },
        otherEngine: { value: { agent: 'performance', settings: { engine: 'builtin' } } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'not_found',
      'agent_unknown',
      'engine_unknown',
      'task_settings_differ',
      'unsupported_media_type',
      'idempotency_key_reused',
      'owner_limit_reached',
    ),
  );
}

export function ListReportsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the reports about a project',
      description: 'Newest first, in pages, without their content.',
      status: 200,
      answer: 'A page of reports.',
      schema: reportPageSchema,
      example: { items: [REPORT_HEAD_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function LatestReportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get the latest report of an agent',
      description:
        'The stored report; nothing is started. `current` says whether anything has changed since.',
      status: 200,
      answer: 'The report.',
      schema: reportSchema,
      example: REPORT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found', 'agent_unknown', 'report_missing'),
  );
}

export function FindReportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a report',
      description:
        'Every figure names the entries that it was computed from, and every entry the facts that state it.',
      status: 200,
      answer: 'The report.',
      schema: reportSchema,
      example: REPORT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ReportChangesRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Compare two reports',
      description: 'What differs from an earlier report of the same agent about the project.',
      status: 200,
      answer: 'The differences.',
      schema: reportChangesSchema,
      example: CHANGES_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
