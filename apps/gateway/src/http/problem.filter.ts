import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { PROBLEM_MEDIA_TYPE, toProblem } from './problem.ts';
import { toAppError } from './to-app-error.ts';

/** Answers every error with a problem document, and never with a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = toAppError(error);
    const problem = toProblem(known, request.url.split('?')[0] ?? '/', request.id);
    if (problem.status >= 500) this.logger.error({ err: error, code: known.code }, known.message);
    // No problem can be sent to a disconnected client, or after a response has started.
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.retryAfterMs !== undefined) {
      void reply.header('retry-after', String(Math.ceil(problem.retryAfterMs / 1000)));
    }
    void reply
      .status(problem.status)
      .header('content-type', PROBLEM_MEDIA_TYPE)
      .send(JSON.stringify(problem));
  }
}
