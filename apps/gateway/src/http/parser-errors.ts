import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AppError, systemCode } from '#platform';
import { InvalidRequestError } from './field-errors.ts';
import { PROBLEM_MEDIA_TYPE, toProblem } from './problem.ts';

/**
 * How long a refused connection stays half-open: closing it while bytes arrive would lose the answer for a
 * client that is still writing.
 */
const LINGER_MS = 2_000;

/** Answers bytes that are no request with a problem document, and closes the connection. */
export function answerParserError(error: Error, socket: Socket): void {
  if (systemCode(error) === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = toRefusal(error);
  // A request that was refused as late must not be done because its rest arrives after all.
  refuseConnection(refusal, socket, refusal.code === 'request_timeout' ? 0 : LINGER_MS);
}

/**
 * Answers what reaches no route and no framework, and closes the connection.
 * @param lingerMs how long the client may continue to send after the answer
 */
export function refuseConnection(
  refusal: AppError,
  socket: Socket,
  lingerMs: number = LINGER_MS,
): void {
  const problem = toProblem(refusal, '/', randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
    if (lingerMs === 0) socket.destroy();
    else setTimeout(() => socket.destroy(), lingerMs).unref();
  });
}

function toRefusal(error: Error): AppError {
  const code = systemCode(error);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new AppError('headers_too_large', 'The headers are larger than 16 KiB.');
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new AppError('request_timeout', 'The request did not arrive in time.');
  }
  const message = 'is not HTTP/1.1';
  return new InvalidRequestError([{ path: 'request', message }], 'The request is not HTTP/1.1.');
}
