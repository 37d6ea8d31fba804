import { Controller, Get, Headers, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  eventLogQuerySchema,
  eventStreamQuerySchema,
  type EventLogPage,
  type EventLogQuery,
  type EventStreamQuery,
} from '#contracts/api';
import { EventLogRoute, EventStreamRoute } from './events.openapi.ts';
import { EventsService } from './events.service.ts';

@ApiTags('events')
@Controller()
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Get('events')
  @EventStreamRoute()
  async follow(
    @Query({ schema: eventStreamQuerySchema }) filter: EventStreamQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return (await this.events.follow(filter, lastEventId)).answer(reply);
  }

  @Get('event-log')
  @EventLogRoute()
  list(@Query({ schema: eventLogQuerySchema }) query: EventLogQuery): Promise<EventLogPage> {
    return this.events.list(query);
  }
}
