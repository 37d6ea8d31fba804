import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { InvalidRequestError } from '../field-errors.ts';
import { refuseConnection } from '../parser-errors.ts';

/** Answers requests that Node.js would end without a word, or with an empty answer. */
export function answerUncommonRequests(server: Server): void {
  // Who expects something may do without it (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('connect', (_request: IncomingMessage, socket: Socket) => {
    const message = 'asks for a connection to elsewhere, and this is no proxy';
    const error = new InvalidRequestError(
      [{ path: 'request', message }],
      `The request ${message}.`,
    );
    refuseConnection(error, socket);
  });
}
