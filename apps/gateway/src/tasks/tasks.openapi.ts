import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { cancelledTasksSchema, taskPageSchema, taskSchema, TEST_TASK_TYPES } from '#contracts/api';
import { ApiIdempotencyKey } from '../openapi/api-idempotency-key.decorator.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { EXAMPLE } from '../openapi/example-ids.ts';
import {
  CANCELLED_TASKS_EXAMPLE,
  PENDING_TASK_EXAMPLE,
  REQUESTED_SUMMARY_EXAMPLE,
  RETRIED_EXAMPLE,
  TASK_EXAMPLE,
} from './tasks.examples.ts';

const RETRY_EXAMPLE = { settings: RETRIED_EXAMPLE.settings };
const LOCATION = { Location: 'Path of the task.' };

export function CreateTaskRoute(): MethodDecorator {
  const { conversationId, clipId } = EXAMPLE;
  return applyDecorators(
    ApiRoute({
      summary: 'Run a task',
      description:
        'Creates a single task that starts without delay. A correction includes every segment without an edit, and a significance task every memory of the conversation, whether processed before or not. If a transcription or summary is already pending or running, that task is returned instead. `settings` override the defaults of the operator for the runs of the task; an open task is returned only if it has the given settings, otherwise the response is 409 with `task_settings_differ`. `GET /engines` lists the available engines.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: REQUESTED_SUMMARY_EXAMPLE,
      headers: LOCATION,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/CreateTask' },
      examples: {
        transcription: { value: { type: 'transcription', clipId } },
        otherModel: {
          value: { type: 'transcription', clipId, ...RETRY_EXAMPLE },
        },
        correction: { value: { type: 'correction', conversationId } },
        summary: { value: { type: 'summary', conversationId } },
        diarisation: { value: { type: 'diarisation', conversationId, settings: { speakers: 3 } } },
        significance: { value: { type: 'significance', conversationId, priority: 'batch' } },
      },
    }),
    ApiIdempotencyKey(),
    ApiProblems(
      'invalid_request',
      'not_found',
      'task_settings_differ',
      'unsupported_media_type',
      'idempotency_key_reused',
      'engine_unknown',
      'engine_lacks_language',
      'owner_limit_reached',
    ),
  );
}

export function TestTaskRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Try a task type on a sample',
      description:
        'Creates a conversation with the tag `test`, adds a built-in sample and runs a real task on it.',
      status: 202,
      answer: 'The task.',
      schema: taskSchema,
      example: REQUESTED_SUMMARY_EXAMPLE,
      headers: LOCATION,
    }),
    ApiParam({ name: 'type', schema: { type: 'string', enum: [...TEST_TASK_TYPES] } }),
    ApiIdempotencyKey(),
    ApiProblems('invalid_request', 'not_found', 'idempotency_key_reused', 'owner_limit_reached'),
  );
}

export function ListTasksRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List tasks',
      description: 'Newest first, as stored; filters can be combined.',
      status: 200,
      answer: 'A page of tasks.',
      schema: taskPageSchema,
      example: { items: [PENDING_TASK_EXAMPLE], nextCursor: null, complete: true },
    }),
    ApiProblems('invalid_request'),
  );
}

export function FindTaskRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Get a task',
      description:
        'For an open task, the worker is queried for the current progress. When no worker answers within a second, the stored state is returned, with `live: false`.',
      status: 200,
      answer: 'The task.',
      schema: taskSchema,
      example: TASK_EXAMPLE,
    }),
    ApiProblems('invalid_request', 'not_found'),
  );
}

export function CancelTaskRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Cancel a task',
      description:
        'The task is `cancelling` until its work has stopped, and then `cancelled`. Finished results stay usable. The request is idempotent.',
      status: 202,
      answer: 'The task as it is now.',
      schema: taskSchema,
      example: { ...TASK_EXAMPLE, state: 'cancelling', live: false },
      headers: LOCATION,
    }),
    ApiProblems('invalid_request', 'not_found', 'task_not_cancellable'),
  );
}

export function CancelTasksRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Cancel many tasks',
      description:
        'Cancels every task that matches all filters of the body. Tasks that have ended, or are already being cancelled, are skipped. The request is idempotent.',
      status: 202,
      answer: 'The tasks that are being cancelled or were cancelled.',
      schema: cancelledTasksSchema,
      example: CANCELLED_TASKS_EXAMPLE,
    }),
    ApiBody({
      schema: { $ref: '#/components/schemas/CancelTasks' },
      examples: {
        named: { value: { ids: [TASK_EXAMPLE.id] } },
        ofOwner: { value: { ownerId: TASK_EXAMPLE.ownerId, state: 'pending' } },
        ofConversation: { value: { conversationId: TASK_EXAMPLE.conversationId } },
      },
    }),
    ApiProblems('invalid_request', 'unsupported_media_type'),
  );
}

export function RetryTaskRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'Retry a task',
      description:
        'Runs a failed, cancelled or timed-out task again with its settings. Given `settings` replace those of the task, and the others stay; with changed settings, a completed task can be retried, too. Parts that were finished with the same settings are not repeated, and the text that the run replaces is kept as an earlier version. `GET /engines` lists the available engines.',
      status: 202,
      answer: 'The task, pending for its next attempt.',
      schema: taskSchema,
      example: RETRIED_EXAMPLE,
      headers: LOCATION,
    }),
    ApiBody({
      required: false,
      schema: { $ref: '#/components/schemas/RetryTask' },
      examples: { same: { value: {} }, other: { value: RETRY_EXAMPLE } },
    }),
    ApiProblems(
      'invalid_request',
      'not_found',
      'task_not_retryable',
      'unsupported_media_type',
      'engine_unknown',
      'engine_lacks_language',
    ),
  );
}

export function TaskEventsRoute(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Follow a task',
      description:
        'Server-sent events. `task` carries a `Task`: at once, and after each change. `segments` carries a `PartialText`: the text of a changed chunk. The stream ends when the task has ended; where it was deleted, with `gone`, which carries a `TaskGone`. Reconnecting with `Last-Event-ID` resumes the stream; no change is missed, and the last chunks may be sent again. A comment is sent every 15 seconds. A client that reads slowly gets fewer states of the task.',
    }),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'The id of the last received event; browsers send it automatically.',
      example: '17',
    }),
    ApiResponse({
      status: 200,
      description: 'The stream.',
      content: { 'text/event-stream': { schema: { type: 'string' }, example: STREAM_EXAMPLE } },
    }),
    ApiResponse({
      status: 204,
      description: 'The task has ended and the client has received its end.',
    }),
    ApiProblems('invalid_request', 'not_found', 'too_many_streams'),
  );
}

const STREAM_EXAMPLE = [
  'event: segments',
  'id: 16',
  'data: {"chunkIndex":0,"finished":false,"segments":[{"startMs":300,"endMs":1900,"text":"Good morning."}]}',
  '',
  'event: task',
  'id: 17',
  `data: ${JSON.stringify(TASK_EXAMPLE)}`,
  '',
  '',
].join('\n');
