import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AcceptedClip } from '#contracts/api';
import type { TaskSettings } from '#contracts/tasks';
import { AppError, type Config } from '#platform';
import {
  ConversationsRepository,
  ClipsRepository,
  OwnerUsageRepository,
  type ClipRecord,
} from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { idempotencyKeyOf, idempotentRequest } from '../../http/idempotency-key.ts';
import type { Upload } from '../../http/uploads/upload-draft.ts';
import { LEAST_UPLOAD } from '../../http/uploads/upload-form.ts';
import { UploadReader } from '../../http/uploads/upload.reader.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { StagedBlobEnd } from '../../infrastructure/staged-blob-end.ts';
import { EnginesService } from '../../tasks/engines/engines.service.ts';
import { toTask } from '../../tasks/task-view.ts';
import {
  clipForm,
  newClipForm,
  settingsOf,
  type ClipFields,
  type NewClipFields,
} from './clip-form.ts';
import { toClip } from './clip-view.ts';

/**
 * Accepts clips. Once the response is sent, the clip is stored and its transcription is scheduled.
 */
@Injectable()
export class ClipsService {
  private readonly check = (settings: TaskSettings | undefined): void =>
    this.engines.check('transcription', settings);

  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly clips: ClipsRepository,
    private readonly owners: OwnerUsageRepository,
    private readonly engines: EnginesService,
    private readonly reader: UploadReader,
    private readonly dispatcher: Dispatcher,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Accepts the upload of a request.
   * @throws AppError `not_found`, `idempotency_key_reused`, `owner_limit_reached`, `engine_unknown`,
   * `engine_lacks_language`, and the errors of `UploadReader.read`
   */
  async accept(conversationId: string, request: FastifyRequest): Promise<AcceptedClip> {
    const key = idempotencyKeyOf(request);
    const conversation = await this.conversations.find(conversationId);
    if (conversation === null) {
      throw new AppError('not_found', `There is no conversation ${conversationId}.`);
    }
    // With a key it may repeat an accepted upload, which is known only after reading all of it.
    if (key === null) await this.owners.refuseIfUsedUp(conversation.ownerId, LEAST_UPLOAD);
    const upload = await this.reader.read(request, clipForm(this.config, this.check));
    const clipId = await this.keep(conversationId, upload, key);
    this.dispatcher.request();
    const record = await this.find(conversationId, clipId);
    return { clip: toClip(record), task: toTask(record.task, this.config.temporal) };
  }

  /**
   * Accepts the upload of a request into a new conversation, which is there only if the upload is.
   * @throws as {@link accept}; `not_found` when the owner has no such project
   */
  async acceptInNew(request: FastifyRequest): Promise<AcceptedClip> {
    const key = idempotencyKeyOf(request);
    const upload = await this.reader.read(request, newClipForm(this.config, this.check));
    const { conversationId, clipId } = await this.keepInNew(upload, key);
    this.dispatcher.request();
    const record = await this.find(conversationId, clipId);
    return { clip: toClip(record), task: toTask(record.task, this.config.temporal) };
  }

  /** @throws AppError `not_found` */
  async find(conversationId: string, clipId: string): Promise<ClipRecord> {
    const record = await this.conversations.findClip(conversationId, clipId);
    if (record !== null) return record;
    throw new AppError('not_found', `There is no clip ${clipId} in this conversation.`);
  }

  private async keepInNew({ staged, fileName, fields }: Upload<NewClipFields>, key: string | null) {
    const { title, projectId, ownerId, speaker, priority } = fields;
    const { sha256, sizeBytes } = staged;
    const given = { title, projectId, ownerId, tags: [] };
    const clip = { speaker, fileName, sha256, priority, ...settingsOf(fields) };
    const request = idempotentRequest(`POST /clips ${ownerId}`, key, { ...given, ...clip });
    const end = new StagedBlobEnd(staged);
    try {
      const kept = { ...clip, sizeBytes };
      return await this.clips.acceptInNew(given, kept, request, () => end.keep());
    } finally {
      await end.discardUnlessKept();
    }
  }

  /** Discards the bytes when the request is rejected or was accepted before. */
  private async keep(conversationId: string, upload: Upload<ClipFields>, key: string | null) {
    const { staged, fileName, fields } = upload;
    const { speaker, priority } = fields;
    const { sha256, sizeBytes } = staged;
    const given = priority === undefined ? {} : { priority };
    const clip = { conversationId, speaker, fileName, sha256, ...given, ...settingsOf(fields) };
    const request = idempotentRequest(`POST /conversations/${conversationId}/clips`, key, clip);
    const end = new StagedBlobEnd(staged);
    try {
      return await this.clips.acceptClip({ ...clip, sizeBytes }, request, () => end.keep());
    } finally {
      await end.discardUnlessKept();
    }
  }
}
