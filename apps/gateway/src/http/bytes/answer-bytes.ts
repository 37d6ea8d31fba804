import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform';
import type { ByteRange } from '#store';
import { contentDisposition } from '../content-disposition.ts';
import { isKnownTo } from '../entity-tag.ts';
import { parseRange } from './byte-range.ts';

/** Bytes that a route serves. They never change under their hash. */
export interface ServedBytes {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly fileName: string;
  /** Whether a browser shows or saves them. */
  readonly disposition: 'inline' | 'attachment';
  readonly mediaType: string;
  /** Value of the header `Cache-Control`. */
  readonly caching: string;
  /** Reads them, or a part of them. */
  readonly read: (range?: ByteRange) => Readable;
}

/**
 * Answers with bytes, in full or as a single byte range, or with 304 when the client has them.
 * @throws AppError `range_not_satisfiable`
 */
export function answerBytes(
  served: ServedBytes,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { sha256, sizeBytes, mediaType } = served;
  const etag = `"${sha256}"`;
  void reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': served.caching,
    'content-disposition': contentDisposition(served.disposition, served.fileName),
    'x-content-type-options': 'nosniff',
  });
  if (isKnownTo(request, etag)) return void reply.status(304).send();
  // A range of other bytes than these would be meaningless, so it gets these in full.
  const isOfThese = (request.headers['if-range'] ?? etag) === etag;
  const requested = parseRange(isOfThese ? request.headers.range : undefined, sizeBytes);
  if (requested.kind === 'unsatisfiable') throw unsatisfiable(reply, sizeBytes);
  void reply.type(mediaType);
  const range = requested.kind === 'part' ? requested.range : undefined;
  if (range) describePart(reply, range, sizeBytes);
  else void reply.header('content-length', sizeBytes);
  // An empty stream: without a payload, Fastify would set `content-length` to 0.
  void reply.send(request.method === 'HEAD' ? Readable.from([]) : served.read(range));
}

function describePart(reply: FastifyReply, { start, end }: ByteRange, sizeBytes: number): void {
  void reply
    .status(206)
    .header('content-range', `bytes ${start}-${end}/${sizeBytes}`)
    .header('content-length', end - start + 1);
}

function unsatisfiable(reply: FastifyReply, sizeBytes: number): AppError {
  void reply.header('content-range', `bytes */${sizeBytes}`).removeHeader('cache-control');
  return new AppError('range_not_satisfiable', `There are ${sizeBytes} bytes.`, {
    details: { sizeBytes },
  });
}
