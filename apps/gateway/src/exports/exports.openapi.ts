import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { exportPageSchema, exportSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiNoContent } from '../openapi/api-no-content.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { EXAMPLE } from '../openapi/example-ids.ts';
import { EXPORT_EXAMPLE, REQUESTED_EXPORT_EXAMPLE } from './exports.examples.ts';

export function CreateExportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Export',
      description:
        'Starts a task that writes everything of a conversation, a project or an owner into one zip file: transcripts as Markdown and JSON, recordings, summaries, memories, documents, facts, reports and the change log, with a manifest of sizes and hashes. All of it is as it was at one moment. If the same is being exported already, that export is returned instead.',
      status: 202,
      answer: 'The export, without its file.',
      schema: exportSchema,
      example: REQUESTED_EXPORT_EXAMPLE,
      headers: { Location: 'Path of the export.' },
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/CreateExport' },
      examples: {
        conversation: { value: { conversationId: EXAMPLE.conversationId } },
        project: { value: { projectId: EXAMPLE.projectId } },
        owner: { value: { ownerId: 'ada' } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'unsupported_media_type'] as const),
      ...(['idempotency_key_reused', 'owner_limit_reached'] as const),
    ),
  );
}

export function ListExportsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List exports',
      description: 'Exports with the state of their tasks, newest first, until they are removed.',
      status: 200,
      answer: 'A page of exports.',
      schema: exportPageSchema,
      example: { items: [EXPORT_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindExportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get an export',
      description: 'An export with its progress, and with its file once it is finished.',
      status: 200,
      answer: 'The export.',
      schema: exportSchema,
      example: EXPORT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ExportFileRoute(): MethodDecorator {
  const content = { 'application/zip': { schema: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    ApiOperation({
      summary: 'Download an export',
      description:
        'The zip file. Supports a single byte range, so that a download can be continued; `If-Range` with the ETag ensures that it is the same file.',
    }),
    ApiHeader({
      name: 'Range',
      required: false,
      description: 'The requested byte range.',
      example: 'bytes=65536-',
    }),
    ApiResponse({ status: 200, description: 'The whole file.', content }),
    ApiResponse({ status: 206, description: 'The requested byte range.', content }),
    ApiResponse({ status: 304, description: 'The client has it already (`If-None-Match`).' }),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'export_not_ready', 'export_gone'] as const),
      'range_not_satisfiable',
    ),
  );
}

export function RemoveExportRoute(): MethodDecorator {
  return applyDecorators(
    ApiNoContent({
      summary: 'Remove an export',
      description: 'Removes the export and its file. One that is being made is cancelled.',
      answer: 'It is removed.',
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
