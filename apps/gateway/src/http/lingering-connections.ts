import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Time that requests in progress have to complete. */
const GRACE_MS = 4_000;

/**
 * Closes connections that would block the shutdown: a rejected client may have disconnected with
 * half of its body unread, and the server would wait for the rest.
 */
@Injectable()
export class LingeringConnections implements BeforeApplicationShutdown {
  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const { server } = this.host.httpAdapter.getInstance<FastifyInstance>();
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  }
}
