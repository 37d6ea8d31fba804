import { Controller, Get, Headers, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  eventLogQuerySchema,
  eventStreamQuerySchema,
  type EventLogPage,
  type EventLogQuery,
  type EventStreamQuery,
} from '#contracts/api';
import { EventStreams } from '../http/event-stream/event-streams.ts';
import { EventLogRoute, EventStreamRoute } from './events.openapi.ts';
import { EventsService } from './events.service.ts';

@ApiTags('events')
@Controller()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly streams: EventStreams,
  ) {}

  @Get('events')
  @EventStreamRoute()
  async follow(
    @Query({ schema: eventStreamQuerySchema }) filter: EventStreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const stream = await this.streams.begin(request, (body) =>
      this.events.follow(filter, lastEventId, body),
    );
    return stream.answer(reply);
  }

  @Get('event-log')
  @EventLogRoute()
  list(@Query({ schema: eventLogQuerySchema }) query: EventLogQuery): Promise<EventLogPage> {
    return this.events.list(query);
  }
}
