import { Global, Module } from '@nestjs/common';
import { EventStreams } from './event-streams.ts';

/** The event streams of all routes, which share their limits. */
@Global()
@Module({ providers: [EventStreams], exports: [EventStreams] })
export class EventStreamsModule {}
