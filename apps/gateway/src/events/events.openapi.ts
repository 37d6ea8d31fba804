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
      summary: 'Stream all events',
      description:
        'Server-sent events. Every logged event is sent once, with its type as the event name and a `LoggedEvent` as its data, in the order of its sequence, which is its id. `ready` carries a `StreamReady`: from here on the stream is live. `progress` carries a `TaskAdvance`: the progress and the retries of a running task, at most five times a second. It has no id and is not repeated. `maintenance` carries a `MaintenanceNotice`: a backup is being restored, so that nothing can be changed, or that is over. After a restore, the event `installation_restored` follows in the stream: what the client knows of earlier events may be gone, so it reads everything again. Reconnecting with `Last-Event-ID` first sends the missed events, then `ready`; without it the stream starts with the next event. A comment is sent every 15 seconds. The stream of a client that reads too slowly ends with `dropped`, which carries a `StreamDropped` and says where to resume.',
    }),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'The id of the last received event; browsers send it automatically.',
      example: '1041',
    }),
    ApiResponse({
      status: 200,
      description: 'The stream.',
      content: { 'text/event-stream': { schema: { type: 'string' }, example: STREAM_EXAMPLE } },
    }),
    ApiProblems('invalid_request', 'too_many_streams'),
  );
}

export function EventLogRoute(): MethodDecorator {
  return applyDecorators(
    ApiRoute({
      summary: 'List events',
      description:
        'Oldest first. Each page is final: no event is added before its end later, so a client that continues with `nextAfter` gets every event once.',
      status: 200,
      answer: 'A page of events; empty when there are no newer events.',
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
