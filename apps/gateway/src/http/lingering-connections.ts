import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Requests in hand get this long to end by themselves. */
const GRACE_MS = 4_000;

/**
 * Keeps stopping from waiting for connections that nobody will end: a caller who was refused may
 * have gone away with half of its body unread, and the server would wait for the rest.
 */
@Injectable()
export class LingeringConnections implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const { server } = this.host.httpAdapter.getInstance<FastifyInstance>();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  }
}
