import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { importPageSchema, importSchema, spokenLanguageSchema } from '#contracts/api';
import { DEFAULT_OWNER_ID, IMPORT_FORMATS } from '#contracts/model';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { IMPORT_EXAMPLE, REQUESTED_IMPORT_EXAMPLE } from './imports.examples.ts';

const UPLOAD_SCHEMA = {
  type: 'object',
  required: ['file'],
  properties: {
    ownerId: {
      type: 'string',
      default: DEFAULT_OWNER_ID,
      description: 'Whose it becomes, also when the file is an export of another owner.',
      example: 'ada',
    },
    format: {
      type: 'string',
      enum: [...IMPORT_FORMATS],
      description: 'By default it is found by the content and the name of the file.',
    },
    title: {
      type: 'string',
      description:
        'Of the conversation that a transcript becomes; by default the name of the file.',
      example: 'Launch planning',
    },
    transcribe: {
      type: 'boolean',
      default: false,
      description:
        'Whether recordings that come with transcripts are transcribed. The imported words are then kept as an earlier version.',
    },
    engine: {
      type: 'string',
      maxLength: 200,
      description:
        'Name of a speech model that `GET /engines` lists as available. It is for recordings that are transcribed: with `transcribe`, or because that was not done before they were exported.',
      example: 'small',
    },
    language: {
      type: 'string',
      description: `${spokenLanguageSchema.description ?? ''} It is for the same recordings as \`engine\`.`,
      example: 'de',
    },
    file: { type: 'string', format: 'binary', description: 'The file. Send it after the fields.' },
    recording: {
      type: 'string',
      format: 'binary',
      description: 'The recording of a transcript that is sent as `file`. A zip file has its own.',
    },
  },
};

export function AcceptImportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Import',
      description:
        'Uploads a file and starts a task that imports it: an export of Afterword with everything that is in it, a transcript (SRT, WebVTT, plain text, JSON of Whisper, CSV of OpenTranscribe, Markdown of Speakr) as a new conversation, with its `recording` if that is sent too, or a zip file of such transcripts and recordings, which belong together by their names. The file is checked as a whole before anything is stored. What was imported before is left as it is, so a file may be imported again.',
      status: 202,
      answer: 'The file is kept and its import is scheduled.',
      schema: importSchema,
      example: REQUESTED_IMPORT_EXAMPLE,
      headers: { Location: 'Path of the import.' },
    }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ required: true, schema: UPLOAD_SCHEMA }),
    ApiIdempotencyKey(),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'import_missing', 'upload_interrupted'] as const),
      ...(['import_too_large', 'unsupported_media_type', 'import_empty'] as const),
      ...(['engine_unknown', 'engine_lacks_language'] as const),
      ...(['idempotency_key_reused', 'owner_limit_reached'] as const),
      ...(['storage_full', 'storage_unavailable'] as const),
    ),
  );
}

export function ListImportsRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List imports',
      description: 'Imports with the state of their tasks, newest first, until they are removed.',
      status: 200,
      answer: 'A page of imports.',
      schema: importPageSchema,
      example: { items: [IMPORT_EXAMPLE], nextCursor: null },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindImportRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get an import',
      description:
        'An import with its progress; once it is finished, with what it has added. A file that could not be read is explained by `error`.',
      status: 200,
      answer: 'The import.',
      schema: importSchema,
      example: IMPORT_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}
