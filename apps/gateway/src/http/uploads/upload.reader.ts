import { Inject, Injectable } from '@nestjs/common';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#platform';
import type { BlobStore } from '#store';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';
import { FormEncoding } from './form-encoding.ts';
import { UploadDraft, type Upload } from './upload-draft.ts';
import { toUploadError } from './upload-error.ts';
import type { UploadForm } from './upload-form.ts';

/** The blob store enforces the file size while it writes, and leaves no file behind. */
const PART_LIMITS = { fileSize: Infinity, fields: 10, fieldSize: 10_000, parts: 20 };

/** Reads an upload part by part and streams the bytes of the file into a blob store. */
@Injectable()
export class UploadReader {
  constructor(@Inject(BLOB_STORE) private readonly blobs: BlobStore) {}

  /**
   * On an error, no staged bytes remain.
   * @param blobs where the bytes go, if not to the others
   * @throws AppError `unsupported_media_type`, `upload_interrupted`, `invalid_request`,
   * `invalid_encoding`, and the errors of the form
   */
  async read<Fields>(
    request: FastifyRequest,
    form: UploadForm<Fields>,
    blobs: Pick<BlobStore, 'stage'> = this.blobs,
  ): Promise<Upload<Fields>> {
    if (!request.isMultipart()) throw notMultipart(form.noun);
    const encoding = new FormEncoding(request.headers['content-type'] ?? '');
    const draft = new UploadDraft(form);
    const files = form.secondFile === undefined ? 1 : 2;
    const parts = request.parts({ limits: { ...PART_LIMITS, files } });
    try {
      // The parser takes bytes when the first part is asked for, in the same turn.
      request.raw.on('data', (chunk: Buffer) => encoding.push(chunk));
      for await (const part of parts) {
        encoding.check();
        await this.take(part, draft, form, blobs);
      }
      encoding.check();
      return draft.complete();
    } catch (error) {
      await draft.discard();
      throw toUploadError(error);
    }
  }

  private async take<Fields>(
    part: Multipart,
    draft: UploadDraft<Fields>,
    { limitBytes, errors }: UploadForm<Fields>,
    blobs: Pick<BlobStore, 'stage'>,
  ): Promise<void> {
    if (part.type === 'field') {
      draft.setField(part.fieldname, part.value);
    } else if (draft.isFile(part.fieldname)) {
      draft.checkFields();
      const staged = await blobs.stage(part.file, limitBytes, errors.tooLarge);
      draft.setFile(part.fieldname, { staged, fileName: part.filename });
    } else {
      part.file.resume();
    }
  }
}

function notMultipart(noun: string): AppError {
  const message = `${noun} is uploaded as multipart/form-data with a part named \`file\`.`;
  return new AppError('unsupported_media_type', message);
}
