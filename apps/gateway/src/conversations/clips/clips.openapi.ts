import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import {
  channelsSchema,
  diarisationSchema,
  maxSpeakersSchema,
  minSpeakersSchema,
  MOST_HINTED_SPEAKERS,
  speakersSchema,
  spokenLanguageSchema,
  trackSchema,
  tracksSchema,
} from '#contracts/api';
import { DEFAULT_OWNER_ID, DEFAULT_SPEAKER, TASK_PRIORITIES } from '#contracts/model';
import { CHANNEL_CHOICES, DIARISATION_CHOICES } from '#contracts/tasks';
import { eventBlock } from '../../http/event-stream/event-block.ts';
import { ApiIdempotencyKey } from '../../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../../openapi/api-problems.decorator.ts';
import { CLIP_MEDIA_TYPES } from './media-type.ts';
import { CLIP_EXAMPLE } from './clips.examples.ts';
import { TRANSCRIPT_EXAMPLE } from '../transcripts/transcripts.examples.ts';
import { TASK_EXAMPLE } from '../../tasks/tasks.examples.ts';

const PENDING_TASK = {
  ...TASK_EXAMPLE,
  state: 'pending',
  progress: { stage: null, unit: 'milliseconds', done: 0, total: null, percent: 0 },
  startedAt: null,
  durationMs: null,
  runId: null,
  live: false,
};

const ACCEPTED = { clip: CLIP_EXAMPLE, task: PENDING_TASK };

const GREETING = { startMs: 300, endMs: 1900, text: 'Good morning, everyone.' };

const STREAM_EXAMPLE = [
  { type: 'accepted', data: ACCEPTED },
  { type: 'segments', id: 16, data: { chunkIndex: 0, finished: true, segments: [GREETING] } },
  { type: 'task', id: 17, data: { ...TASK_EXAMPLE, state: 'completed' } },
  { type: 'transcript', data: TRANSCRIPT_EXAMPLE.turns[0] },
]
  .map((event) => eventBlock({ ...event, data: JSON.stringify(event.data) }))
  .join('');

export function AcceptClipRoute(): MethodDecorator {
  return acceptRoute(
    'Upload a clip',
    'Adds a recording as a new turn and starts to transcribe it.',
    UPLOAD_SCHEMA,
  );
}

export function AcceptNewClipRoute(): MethodDecorator {
  return acceptRoute(
    'Upload a clip to a new conversation',
    'Begins a conversation with a recording, and starts to transcribe it. The conversation is there once the recording is stored: an upload that fails or is stopped leaves nothing.',
    NEW_UPLOAD_SCHEMA,
  );
}

const ANSWER =
  'The response is sent as soon as the recording is stored; follow the task to receive the transcript as it grows. With `Accept: text/event-stream` the response itself streams it: `accepted` carries an `AcceptedClip`, then `segments` and `task` follow as in the events of the task, and after the task has ended `transcript` carries a `TranscriptTurn`. A recording that is deleted meanwhile ends with `gone`. Disconnecting does not stop the task; the events of the task can be resumed from the last id. Whatever has a sound track that can be decoded is taken, such as WAV, MP3, M4A, AAC, OGG, WebM, FLAC, MP4 and MPEG; the format is detected from the content, not from the file name.';

function acceptRoute(summary: string, purpose: string, schema: object): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary, description: `${purpose} ${ANSWER}` }),
    ApiResponse({
      status: 202,
      description: 'The clip is stored and its transcription is scheduled.',
      headers: { Location: { description: 'Path of the task.', schema: { type: 'string' } } },
      content: {
        'application/json': {
          schema: { $ref: '#/components/schemas/AcceptedClip' },
          example: ACCEPTED,
        },
        'text/event-stream': { schema: { type: 'string' }, example: STREAM_EXAMPLE },
      },
    }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ required: true, schema }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'clip_missing',
      'upload_interrupted',
      'not_found',
      'clip_too_large',
      'unsupported_media_type',
      'clip_empty',
      'engine_unknown',
      'engine_lacks_language',
      'idempotency_key_reused',
      'owner_limit_reached',
      'too_many_streams',
      'storage_full',
      'storage_unavailable',
    ),
  );
}

function speakerCount({ description }: { readonly description?: string | undefined }) {
  return { type: 'integer', minimum: 1, maximum: MOST_HINTED_SPEAKERS, description };
}

const UPLOAD_SCHEMA = {
  type: 'object',
  required: ['file'],
  properties: {
    speaker: {
      type: 'string',
      maxLength: 100,
      default: DEFAULT_SPEAKER,
      description: 'Who speaks in the recording.',
      example: 'Ada',
    },
    priority: {
      type: 'string',
      enum: [...TASK_PRIORITIES],
      default: 'interactive',
      description: '`batch` tasks run after all `interactive` tasks.',
      example: 'interactive',
    },
    engine: {
      type: 'string',
      maxLength: 200,
      description: 'Name of a speech model that `GET /engines` lists as available.',
      example: 'small',
    },
    language: {
      type: 'string',
      description: spokenLanguageSchema.description,
      example: 'de',
    },
    channels: {
      type: 'string',
      enum: [...CHANNEL_CHOICES],
      default: 'mix',
      description: channelsSchema.description,
    },
    track: { type: 'integer', minimum: 1, maximum: 999, description: trackSchema.description },
    tracks: { type: 'string', enum: ['all'], description: tracksSchema.description },
    diarisation: {
      type: 'string',
      enum: [...DIARISATION_CHOICES],
      description: diarisationSchema.description,
    },
    speakers: speakerCount(speakersSchema),
    minSpeakers: speakerCount(minSpeakersSchema),
    maxSpeakers: speakerCount(maxSpeakersSchema),
    file: {
      type: 'string',
      format: 'binary',
      description:
        'The recording. Send it after the fields: what they ask for is then checked before it is read.',
    },
  },
};

const NEW_UPLOAD_SCHEMA = {
  ...UPLOAD_SCHEMA,
  properties: {
    title: {
      type: 'string',
      maxLength: 200,
      default: 'Untitled conversation',
      description: 'Title of the conversation.',
      example: 'Launch planning',
    },
    projectId: { type: 'string', description: 'The project that it belongs to.' },
    ownerId: { type: 'string', maxLength: 100, default: DEFAULT_OWNER_ID, example: 'ada' },
    ...UPLOAD_SCHEMA.properties,
  },
};

export function ClipAudioRoute(): MethodDecorator {
  const binary = { schema: { type: 'string', format: 'binary' } };
  const content = Object.fromEntries(CLIP_MEDIA_TYPES.map((type) => [type, binary]));
  return applyDecorators(
    ApiOperation({
      summary: 'Get the recording of a clip',
      description:
        'The bytes as they were uploaded. Supports a single byte range, so that players can seek. The content type is that of the container once the clip has been probed.',
    }),
    ApiHeader({
      name: 'Range',
      required: false,
      description: 'The requested byte range.',
      example: 'bytes=0-65535',
    }),
    ApiResponse({ status: 200, description: 'The whole recording.', content }),
    ApiResponse({ status: 206, description: 'The requested byte range.', content }),
    ApiResponse({ status: 304, description: 'The client has it already (`If-None-Match`).' }),
    ApiProblems(
      ...(['invalid_request', 'not_found', 'range_not_satisfiable'] as const),
      ...(['clip_bytes_missing', 'clip_audio_removed'] as const),
    ),
  );
}
