import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ProjectDocument, UploadDocument } from '#contracts/api';
import type { Config } from '#platform';
import {
  DocumentsRepository,
  OwnerUsageRepository,
  ProjectsRepository,
  type DocumentRecord,
} from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { idempotencyKeyOf, idempotentRequest } from '../../http/idempotency-key.ts';
import type { Upload } from '../../http/uploads/upload-draft.ts';
import { LEAST_UPLOAD } from '../../http/uploads/upload-form.ts';
import { UploadReader } from '../../http/uploads/upload.reader.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { StagedBlobEnd } from '../../infrastructure/staged-blob-end.ts';
import { documentForm } from './document-form.ts';
import { toDocument } from './document-view.ts';

/**
 * Accepts documents. Once the response is sent, the document is stored and its reading is scheduled.
 */
@Injectable()
export class DocumentUploads {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly documents: DocumentsRepository,
    private readonly owners: OwnerUsageRepository,
    private readonly reader: UploadReader,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Accepts the upload of a request.
   * @throws AppError `not_found`, `idempotency_key_reused`, `owner_limit_reached`, and the errors
   * of `UploadReader.read`
   */
  async accept(projectId: string, request: FastifyRequest): Promise<ProjectDocument> {
    const key = idempotencyKeyOf(request);
    const { ownerId } = await this.projects.find(projectId);
    // With a key it may repeat an accepted upload, which is known only after reading all of it.
    if (key === null) await this.owners.refuseIfUsedUp(ownerId, LEAST_UPLOAD);
    const upload = await this.reader.read(request, documentForm(this.config));
    const record = await this.keep(projectId, upload, key);
    this.dispatcher.request();
    return toDocument(record);
  }

  /** Discards the bytes when the request is rejected or was accepted before. */
  private async keep(
    projectId: string,
    { staged, fileName, fields }: Upload<UploadDocument>,
    key: string | null,
  ): Promise<DocumentRecord> {
    const { sha256, sizeBytes } = staged;
    const document = { projectId, fileName, sha256, writtenOn: fields.writtenOn ?? null };
    const request = idempotentRequest(`POST /projects/${projectId}/documents`, key, document);
    const end = new StagedBlobEnd(staged);
    try {
      return await this.documents.add({ ...document, sizeBytes }, request, () => end.keep());
    } finally {
      await end.discardUnlessKept();
    }
  }
}
