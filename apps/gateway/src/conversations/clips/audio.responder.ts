import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#platform';
import type { BlobStore, ClipRecord } from '#store';
import { answerBytes } from '../../http/bytes/answer-bytes.ts';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';
import { mediaTypeOf } from './media-type.ts';

/** Serves the bytes of a clip, in full or as a byte range, so that a player can seek. */
@Injectable()
export class AudioResponder {
  constructor(@Inject(BLOB_STORE) private readonly blobs: BlobStore) {}

  /** @throws AppError `clip_audio_removed`, `clip_bytes_missing`, `range_not_satisfiable` */
  async answer({ clip }: ClipRecord, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { sha256, fileName, container, audioRemovedAt } = clip;
    if (audioRemovedAt !== null) {
      const day = audioRemovedAt.toISOString().slice(0, 10);
      const message = `The recording was removed on ${day}, by a rule of retention.`;
      throw new AppError('clip_audio_removed', message);
    }
    const served = {
      ...{ sha256, fileName, sizeBytes: await this.sizeOf(sha256) },
      ...({ disposition: 'inline', mediaType: mediaTypeOf(container) } as const),
      caching: 'private, max-age=31536000, immutable',
    };
    const read = (range?: Parameters<BlobStore['read']>[1]) => this.blobs.read(sha256, range);
    answerBytes({ ...served, read }, request, reply);
  }

  private async sizeOf(sha256: string): Promise<number> {
    const sizeBytes = await this.blobs.sizeOf(sha256);
    if (sizeBytes !== null) return sizeBytes;
    const message = 'The bytes of this recording are not in the blob store.';
    throw new AppError('clip_bytes_missing', message, { details: { sha256 } });
  }
}
