import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform';
import type { BlobStore, ByteRange, ClipRecord } from '#store';
import { contentDisposition } from '../../http/content-disposition.ts';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';
import { parseRange } from './byte-range.ts';
import { mediaTypeOf } from './media-type.ts';

/** Serves the bytes of a clip, in full or as a byte range, so that a player can seek. */
@Injectable()
export class AudioResponder {
  constructor(@Inject(BLOB_STORE) private readonly blobs: BlobStore) {}

  /** @throws AppError `clip_bytes_missing`, `range_not_satisfiable` */
  async answer({ clip }: ClipRecord, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const etag = `"${clip.sha256}"`;
    const sizeBytes = await this.sizeOf(clip.sha256);
    void reply.headers({
      etag,
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': contentDisposition('inline', clip.fileName),
      'x-content-type-options': 'nosniff',
    });
    if (request.headers['if-none-match']?.includes(etag)) return void reply.status(304).send();
    // A tag of another clip makes the range meaningless. Blobs are immutable, so no other tag differs.
    const rangeHeader =
      (request.headers['if-range'] ?? etag) === etag ? request.headers.range : undefined;
    const requested = parseRange(rangeHeader, sizeBytes);
    if (requested.kind === 'unsatisfiable') throw unsatisfiable(reply, sizeBytes);
    void reply.type(mediaTypeOf(clip.container));
    if (requested.kind === 'part') describePart(reply, requested.range, sizeBytes);
    else void reply.header('content-length', sizeBytes);
    this.send(clip.sha256, requested.kind === 'part' ? requested.range : undefined, request, reply);
  }

  private send(
    sha256: string,
    range: ByteRange | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    // An empty stream: without a payload, Fastify would set `content-length` to 0.
    if (request.method === 'HEAD') void reply.send(Readable.from([]));
    else void reply.send(this.blobs.read(sha256, range));
  }

  private async sizeOf(sha256: string): Promise<number> {
    const sizeBytes = await this.blobs.sizeOf(sha256);
    if (sizeBytes !== null) return sizeBytes;
    const message = 'The bytes of this clip are not in the blob store.';
    throw new AppError('clip_bytes_missing', message, { details: { sha256 } });
  }
}

function describePart(reply: FastifyReply, { start, end }: ByteRange, sizeBytes: number): void {
  void reply
    .status(206)
    .header('content-range', `bytes ${start}-${end}/${sizeBytes}`)
    .header('content-length', end - start + 1);
}

function unsatisfiable(reply: FastifyReply, sizeBytes: number): AppError {
  void reply.header('content-range', `bytes */${sizeBytes}`).removeHeader('cache-control');
  return new AppError('range_not_satisfiable', `The clip has ${sizeBytes} bytes.`, {
    details: { sizeBytes },
  });
}
