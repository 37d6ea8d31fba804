import { applyDecorators } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { projectPageSchema, projectSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { PROJECT_EXAMPLE } from './projects.examples.ts';

const { name, currency, timeZone, refresh } = PROJECT_EXAMPLE;

export function CreateProjectRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Create a project',
      description:
        'Creates a project without conversations and documents. Conversations join it by their `projectId`, documents are uploaded to it; agents report about both.',
      status: 201,
      answer: 'The new project.',
      schema: projectSchema,
      example: { ...PROJECT_EXAMPLE, conversationCount: 0, documentCount: 0 },
      headers: { Location: 'Path of the project.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/CreateProject' },
      examples: {
        complete: { value: { name, currency, timeZone, refresh, ownerId: 'ada' } },
        least: { value: { name } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'not_found', 'unsupported_media_type', 'idempotency_key_reused'),
  );
}

export function ListProjectsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List projects',
      description: 'Newest first, in pages.',
      status: 200,
      answer: 'A page of projects.',
      schema: projectPageSchema,
      example: { items: [PROJECT_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindProjectRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a project',
      description: 'The project with the number of its conversations and documents.',
      status: 200,
      answer: 'The project.',
      schema: projectSchema,
      example: PROJECT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ChangeProjectRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Change a project',
      description:
        'Omitted fields stay unchanged. With another currency or time zone, the next reports read all sources again.',
      status: 200,
      answer: 'The changed project.',
      schema: projectSchema,
      example: PROJECT_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/ChangeProject' },
      examples: {
        name: { value: { name: 'Summer festival 2027' } },
        refresh: { value: { refresh: 'daily' } },
      },
    }),
    ApiProblems(
      'invalid_request',
      'not_found',
      'unsupported_media_type',
      'summary_prompt_needs_model',
    ),
  );
}
