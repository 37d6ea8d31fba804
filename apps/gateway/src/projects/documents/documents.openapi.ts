import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { documentPageSchema, documentPartPageSchema, documentSchema } from '#contracts/api';
import { ApiIdempotencyKey } from '../../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../../openapi/api-route.decorator.ts';
import { DOCUMENT_EXAMPLE, PART_EXAMPLE } from './documents.examples.ts';

const UPLOAD_SCHEMA = {
  type: 'object',
  required: ['file'],
  properties: {
    writtenOn: {
      type: 'string',
      format: 'date',
      description: 'When it was written, today by default; relative dates in it refer to this day.',
      example: '2026-11-20',
    },
    file: { type: 'string', format: 'binary', description: 'The document.' },
  },
};

export function AddDocumentRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Upload a document',
      description:
        'Adds a document to the project and starts to read it; `taskId` names the task. Supported are text, Markdown, CSV, XLSX and PDF with text; the format is detected from the content, not from the file name.',
      status: 202,
      answer: 'The document is stored and its reading is scheduled.',
      schema: documentSchema,
      example: { ...DOCUMENT_EXAMPLE, format: null, state: 'pending', partCount: 0 },
      headers: { Location: 'Path of the document.' },
    }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ required: true, schema: UPLOAD_SCHEMA }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'document_missing',
      'upload_interrupted',
      'not_found',
      'document_too_large',
      'unsupported_media_type',
      'document_empty',
      'idempotency_key_reused',
      'owner_limit_reached',
      'storage_full',
      'storage_unavailable',
    ),
  );
}

export function ListDocumentsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List the documents of a project',
      description: 'Newest first, in pages.',
      status: 200,
      answer: 'A page of documents.',
      schema: documentPageSchema,
      example: { items: [DOCUMENT_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function FindDocumentRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a document',
      description: 'The document, whether it could be read, and the task that reads it.',
      status: 200,
      answer: 'The document.',
      schema: documentSchema,
      example: DOCUMENT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function ListDocumentPartsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get what was read of a document',
      description:
        'Its rows and paragraphs in their order, in pages; empty until it is read. Citations of facts name the index of a part.',
      status: 200,
      answer: 'A page of parts.',
      schema: documentPartPageSchema,
      example: { items: [PART_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function DocumentFileRoute(): MethodDecorator {
  const content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return applyDecorators(
    ApiOperation({
      summary: 'Get the file of a document',
      description: 'The bytes as they were uploaded, as a file to save.',
    }),
    ApiResponse({ status: 200, description: 'The file.', content }),
    ApiProblems('invalid_request', 'not_found', 'document_bytes_missing'),
  );
}
