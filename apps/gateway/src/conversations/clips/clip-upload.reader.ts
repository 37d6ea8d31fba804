import { Inject, Injectable } from '@nestjs/common';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DEFAULT_SPEAKER, prioritySchema, speakerSchema } from '#contracts/api';
import type { TaskPriority } from '#contracts/model';
import { AppError, type Config } from '#platform';
import type { BlobStore, StagedBlob } from '#store';
import { InvalidRequestError, toFieldErrors } from '../../http/field-errors.ts';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { toUploadError } from './upload-error.ts';

/** A complete upload. Its bytes are staged: the caller must either keep or discard them. */
export interface ClipUpload {
  readonly staged: StagedBlob;
  readonly fileName: string;
  readonly speaker: string;
  readonly priority: TaskPriority | undefined;
}

const MAX_FILE_NAME_LENGTH = 255;
const UNNAMED_FILE = 'recording';
/** The blob store enforces the file size while it writes, and leaves no file behind. */
const PART_LIMITS = { fileSize: Infinity, files: 1, fields: 10, fieldSize: 10_000, parts: 20 };

/** Reads an upload part by part and streams the bytes of the file into the blob store. */
@Injectable()
export class ClipUploadReader {
  constructor(
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * On an error, no staged bytes remain.
   * @throws AppError `unsupported_media_type`, `clip_missing`, `clip_empty`, `clip_too_large`,
   * `upload_interrupted`, `invalid_request`
   */
  async read(request: FastifyRequest): Promise<ClipUpload> {
    if (!request.isMultipart()) throw notMultipart();
    const draft = new UploadDraft();
    try {
      for await (const part of request.parts({ limits: PART_LIMITS })) {
        await this.take(part, draft);
      }
      return draft.complete();
    } catch (error) {
      await draft.discard();
      throw toUploadError(error);
    }
  }

  private async take(part: Multipart, draft: UploadDraft): Promise<void> {
    if (part.type === 'field') {
      draft.setField(part.fieldname, part.value);
    } else if (part.fieldname === 'file') {
      draft.fileName = part.filename;
      draft.staged = await this.blobs.stage(part.file, this.config.maxClipBytes);
    } else {
      part.file.resume();
    }
  }
}

/** An upload that is still being received. */
class UploadDraft {
  staged: StagedBlob | null = null;
  fileName: string | undefined = undefined;
  private speaker: string = DEFAULT_SPEAKER;
  private priority: TaskPriority | undefined = undefined;

  /** Ignores empty and unknown fields. */
  setField(field: string, value: unknown): void {
    if (value === '') return;
    if (field === 'speaker') this.speaker = parsed(field, speakerSchema, value);
    if (field === 'priority') this.priority = parsed(field, prioritySchema, value);
  }

  complete(): ClipUpload {
    const { staged, speaker, priority } = this;
    if (staged === null) throw new AppError('clip_missing', 'The upload has no part named `file`.');
    if (staged.sizeBytes === 0) throw new AppError('clip_empty', 'The uploaded file has no bytes.');
    return { staged, speaker, priority, fileName: storableName(this.fileName) };
  }

  async discard(): Promise<void> {
    await this.staged?.discard();
  }
}

function parsed<Value>(field: string, schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  throw new InvalidRequestError(toFieldErrors(error.issues, field));
}

/** Removes from a file name what cannot be stored, instead of rejecting the file. */
function storableName(name: string | undefined): string {
  const storable = name?.slice(0, MAX_FILE_NAME_LENGTH).toWellFormed().replaceAll('\0', '');
  return storable || UNNAMED_FILE;
}

function notMultipart(): AppError {
  const message = 'A clip is uploaded as multipart/form-data with a part named `file`.';
  return new AppError('unsupported_media_type', message);
}
