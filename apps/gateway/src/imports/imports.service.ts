import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Import, ImportPage, ImportQuery, UploadImport } from '#contracts/api';
import type { TaskSettings } from '#contracts/tasks';
import type { Config } from '#platform';
import {
  ImportFolder,
  ImportsRepository,
  type ImportRecord,
  type NewImport,
  type UploadedRecording,
} from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { idempotencyKeyOf, idempotentRequest } from '../http/idempotency-key.ts';
import type { Upload, UploadedFile } from '../http/uploads/upload-draft.ts';
import { UploadReader } from '../http/uploads/upload.reader.ts';
import { CONFIG } from '../infrastructure/config.module.ts';
import { StagedBlobEnd } from '../infrastructure/staged-blob-end.ts';
import { EnginesService } from '../tasks/engines/engines.service.ts';
import { importForm, settingsOf } from './import-form.ts';
import { toImport } from './import-view.ts';

/** Imports: uploads of files, and what there is. */
@Injectable()
export class ImportsService {
  private readonly check = (settings: TaskSettings | undefined): void =>
    this.engines.check('transcription', settings);

  constructor(
    private readonly imports: ImportsRepository,
    private readonly folder: ImportFolder,
    private readonly engines: EnginesService,
    private readonly reader: UploadReader,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Accepts the upload of a request. Once the response is sent, the file is kept and its import is
   * scheduled.
   * @throws AppError `idempotency_key_reused`, `owner_limit_reached`, `engine_unknown`,
   * `engine_lacks_language`, and the errors of `UploadReader.read`
   */
  async accept(request: FastifyRequest): Promise<Import> {
    const key = idempotencyKeyOf(request);
    const upload = await this.reader.read(
      request,
      importForm(this.config, this.check),
      this.folder,
    );
    const record = await this.keep(upload, key);
    this.dispatcher.request();
    return toImport(record, this.config.temporal);
  }

  /** A page of imports, newest first. */
  async list(query: ImportQuery): Promise<ImportPage> {
    const { items, nextCursor } = await this.imports.list(query);
    return { items: items.map((each) => toImport(each, this.config.temporal)), nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<Import> {
    return toImport(await this.imports.find(id), this.config.temporal);
  }

  /** Discards the bytes when the request is rejected or was accepted before. */
  private async keep(upload: Upload<UploadImport>, key: string | null): Promise<ImportRecord> {
    const { ownerId, format = null, title = null, transcribe } = upload.fields;
    const recording = upload.second && fileOf(upload.second);
    const given: NewImport = {
      ...{ ...fileOf(upload), ownerId, format, title, recording, transcribe },
      ...settingsOf(upload.fields),
    };
    const request = idempotentRequest('POST /imports', key, given);
    const staged = [upload.staged, ...(upload.second ? [upload.second.staged] : [])];
    const ends = staged.map((each) => new StagedBlobEnd(each));
    try {
      return await this.imports.request(given, request, async () => {
        for (const end of ends) await end.keep();
      });
    } finally {
      for (const end of ends) await end.discardUnlessKept();
    }
  }
}

function fileOf({ staged: { sha256, sizeBytes }, fileName }: UploadedFile): UploadedRecording {
  return { fileName, sizeBytes, sha256 };
}
