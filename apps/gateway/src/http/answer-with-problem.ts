import type { FastifyReply, FastifyRequest } from 'fastify';
import { REQUEST_ID_HEADER } from '../infrastructure/request-logger.module.ts';
import { PROBLEM_MEDIA_TYPE, toProblem } from './problem.ts';
import { toAppError } from './to-app-error.ts';

/** Answers a request that reaches no route with a problem document. */
export function answerWithProblem(
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = toProblem(toAppError(error), request.url.split('?')[0] ?? '/', request.id);
  void reply
    .status(problem.status)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .header(REQUEST_ID_HEADER, request.id)
    .send(JSON.stringify(problem));
}
