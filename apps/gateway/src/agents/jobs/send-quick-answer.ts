import type { FastifyReply } from 'fastify';
import type { QuickAnswer } from './agent-jobs.service.ts';

/** Sends the stored report, or 304 to a client that has it. Browsers ask each time whether they do. */
export function sendQuickAnswer({ tag, json }: QuickAnswer, reply: FastifyReply): void {
  void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
  if (json === null) void reply.status(304).send();
  else void reply.type('application/json; charset=utf-8').send(json);
}
