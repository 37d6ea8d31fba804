import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { eventLogPageSchema } from '#contracts/api';
import { eventBlock } from '../http/event-stream/event-block.ts';
import { ApiProblems } from '../openapi/api-problems.decorator.ts';
import { ApiRoute } from '../openapi/api-route.decorator.ts';
import { EVENT_EXAMPLE } from './events.examples.ts';
import { TASK_EXAMPLE } from '../tasks/tasks.examples.ts';

export function EventStreamRoute(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      summary: 'Follow everything',
      description:
        'Server-sent events. Whatever happens comes as an event of its type with a `LoggedEvent`, each once and in the order of its sequence, which is its id. `ready` carries a `StreamReady`: from here on events come as they happen. `progress` carries a `TaskAdvance`: how far a running task is and what of it is tried again, at most five times a second. It has no id and is not repeated. Reconnecting with `Last-Event-ID` first brings what has been missed, then `ready`; without it the stream begins with now. A comment comes every 15 seconds. Who reads too slowly is cut off, and goes on by reconnecting.',
    }),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'The id of the last event that was received; browsers send it by themselves.',
      example: '1041',
    }),
    ApiResponse({
      status: 200,
      description: 'The stream.',
      content: { 'text/event-stream': { schema: { type: 'string' }, example: STREAM_EXAMPLE } },
    }),
    ApiProblems('invalid_request'),
  );
}

export function EventLogRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List what has happened',
      description:
        'The oldest first. Each page is complete for good: nothing appears later before its end, so a reader who goes on with `nextAfter` gets every event once.',
      status: 200,
      answer: 'A page of events; an empty one when nothing has happened since.',
      schema: eventLogPageSchema,
      example: { items: [EVENT_EXAMPLE], nextAfter: String(EVENT_EXAMPLE.sequence) },
    }),
    ApiProblems('invalid_request'),
  );
}

const PROGRESS = { taskId: TASK_EXAMPLE.id, progress: TASK_EXAMPLE.progress };

const STREAM_EXAMPLE = [
  { type: 'ready', id: 1041, data: { sequence: 1041 } },
  { type: EVENT_EXAMPLE.type, id: EVENT_EXAMPLE.sequence, data: EVENT_EXAMPLE },
  { type: 'progress', data: PROGRESS },
]
  .map((event) => eventBlock({ ...event, data: JSON.stringify(event.data) }))
  .join('');
