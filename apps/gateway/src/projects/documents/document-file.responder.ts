import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform';
import type { BlobStore, DocumentRecord } from '#store';
import { contentDisposition } from '../../http/content-disposition.ts';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';

/** Serves the bytes of a document as a file to save: a browser must not open what it contains. */
@Injectable()
export class DocumentFileResponder {
  constructor(@Inject(BLOB_STORE) private readonly blobs: BlobStore) {}

  /** @throws AppError `document_bytes_missing` */
  async answer(
    { sha256, fileName }: DocumentRecord,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const sizeBytes = await this.blobs.sizeOf(sha256);
    if (sizeBytes === null) {
      const message = 'The bytes of this document are not in the blob store.';
      throw new AppError('document_bytes_missing', message, { details: { sha256 } });
    }
    void reply.type('application/octet-stream').headers({
      etag: `"${sha256}"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': contentDisposition('attachment', fileName),
      'content-length': sizeBytes,
      'x-content-type-options': 'nosniff',
    });
    // An empty stream: without a payload, Fastify would set `content-length` to 0.
    void reply.send(request.method === 'HEAD' ? Readable.from([]) : this.blobs.read(sha256));
  }
}
