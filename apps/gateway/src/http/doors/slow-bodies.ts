import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { AppError, type BodyPace } from '#platform';
import { refuseConnection } from '../parser-errors.ts';

/** Longest time for which a client may continue to send a body after its answer. */
const REST_MS = 10_000;

/**
 * Ends requests whose bodies arrive too slowly, because each holds memory, a file or a connection. An upload
 * may take hours, but must not trickle; any other body is small, and has to be there within a fixed time.
 * Both are answered 408. What was answered before its body had arrived, such as a refused upload, is closed.
 */
export function endSlowBodies(server: Server, pace: BodyPace): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!hasBody(request)) return;
    const { socket } = request;
    const watch = isUpload(request)
      ? setInterval(trickleCheck(request, response, pace), pace.windowMs)
      : setTimeout(() => refuse(request, response, lateMessage(pace)), pace.longestMs);
    const stopWatching = () => clearTimeout(watch);
    request.once('end', stopWatching).once('close', stopWatching);
    response.once('finish', () => {
      stopWatching();
      if (request.complete) return;
      const restMs = Math.min(REST_MS, pace.longestMs);
      const rest = setTimeout(() => request.complete || socket.destroy(), restMs).unref();
      request.once('end', () => clearTimeout(rest));
    });
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isUpload({ headers }: IncomingMessage): boolean {
  return /^multipart\//i.test(headers['content-type'] ?? '');
}

/** Compares what has arrived since the last call with what is expected in a window. */
function trickleCheck(
  request: IncomingMessage,
  response: ServerResponse,
  { windowMs, leastBytesPerSecond }: BodyPace,
): () => void {
  const { socket } = request;
  const least = (leastBytesPerSecond * windowMs) / 1000;
  let before = socket.bytesRead;
  return () => {
    const arrived = socket.bytesRead - before;
    before = socket.bytesRead;
    // A full buffer waits for us, and not for the client.
    const isOurTurn = request.readableLength >= request.readableHighWaterMark;
    if (isOurTurn || arrived >= least) return;
    refuse(request, response, `Fewer than ${leastBytesPerSecond} bytes per second have arrived.`);
  };
}

function lateMessage({ longestMs }: BodyPace): string {
  return `The body did not arrive within ${longestMs / 1000} s.`;
}

/** Nothing is done for a body that completes after its answer: its connection is gone. */
function refuse(request: IncomingMessage, response: ServerResponse, message: string): void {
  const { socket } = request;
  if (request.complete || socket.destroyed) return;
  if (response.headersSent) socket.destroy();
  else refuseConnection(new AppError('request_timeout', message), socket, 0);
}
