import { createReadStream } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import type { TestTaskQuery, TestTaskType } from '#contracts/api';
import { DEFAULT_OWNER_ID } from '#contracts/model';
import type { Config } from '#platform';
import {
  ConversationsRepository,
  ExchangesRepository,
  ClipsRepository,
  OwnerUsageRepository,
  RequestedTasksRepository,
  type BlobStore,
  type IdempotentRequest,
  type TaskRecord,
} from '#store';
import { idempotentRequest } from '../../http/idempotency-key.ts';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';
import { CONFIG } from '../../infrastructure/config.module.ts';
import { StagedBlobEnd } from '../../infrastructure/staged-blob-end.ts';
import {
  SAMPLE_RECORDING,
  TALK_TO_CORRECT,
  TALK_TO_SUMMARISE,
  type SampleTalk,
} from './test-samples.ts';

/** Idempotent request per step of a test, so that a repeated key runs each step once. */
type RequestFor = (step: string) => IdempotentRequest | null;

const ONE_TASK = { tasks: 1, bytes: 0 };

/** The task type to try, and its priority. */
export interface TestTaskRequest extends TestTaskQuery {
  readonly type: TestTaskType;
}

/** Adds built-in samples to new conversations and runs real tasks on them. */
@Injectable()
export class TestTasksService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly exchanges: ExchangesRepository,
    private readonly clips: ClipsRepository,
    private readonly requested: RequestedTasksRepository,
    private readonly owners: OwnerUsageRepository,
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Creates the task of a test, or returns the one that was created with the same key.
   * @throws AppError `idempotency_key_reused`, `owner_limit_reached`
   */
  async create({ type, priority }: TestTaskRequest, key: string | null): Promise<TaskRecord> {
    // Check the limit before a conversation is created. A test that its key has started is continued.
    if (key === null) await this.owners.refuseIfUsedUp(DEFAULT_OWNER_ID, ONE_TASK);
    const requestFor: RequestFor = (step) =>
      idempotentRequest(`POST /tasks/test, ${step}`, key, [type, priority]);
    switch (type) {
      case 'transcription':
        return this.transcribe(priority, requestFor);
      case 'correction':
        return this.work({ type, priority }, TALK_TO_CORRECT, requestFor);
      case 'summary':
        return this.work({ type, priority }, TALK_TO_SUMMARISE, requestFor);
    }
  }

  private async transcribe(
    priority: TestTaskQuery['priority'],
    requestFor: RequestFor,
  ): Promise<TaskRecord> {
    const conversationId = await this.conversationFor('transcription', [], requestFor);
    const { file, fileName, speaker } = SAMPLE_RECORDING;
    const staged = await this.blobs.stage(createReadStream(file), this.config.maxClipBytes);
    const end = new StagedBlobEnd(staged);
    const { sha256, sizeBytes } = staged;
    // Whatever the owner speaks: the sample is English.
    const settings = { language: 'en' };
    const clip = { conversationId, speaker, fileName, sha256, sizeBytes, priority, settings };
    try {
      const clipId = await this.clips.acceptClip(clip, requestFor('clip'), () => end.keep());
      const accepted = await this.conversations.findClip(conversationId, clipId);
      if (accepted === null) throw new Error(`clip ${clipId} vanished after it was accepted`);
      return accepted.task;
    } finally {
      await end.discardUnlessKept();
    }
  }

  /**
   * The caller requests a dispatcher round at the end; until then the turns wait for their task.
   */
  private async work(
    { type, priority }: TestTaskRequest & { readonly type: 'correction' | 'summary' },
    { turns, glossary }: SampleTalk,
    requestFor: RequestFor,
  ): Promise<TaskRecord> {
    const conversationId = await this.conversationFor(type, glossary, requestFor);
    // A test creates no memories.
    const exchange = { conversationId, turns, priority, narratives: [] };
    await this.exchanges.add(exchange, requestFor('exchange'));
    return this.requested.create({ type, conversationId, priority }, requestFor('task'));
  }

  private async conversationFor(
    type: TestTaskType,
    glossary: readonly string[],
    requestFor: RequestFor,
  ): Promise<string> {
    const { id } = await this.conversations.create(
      { ownerId: DEFAULT_OWNER_ID, title: `Test of ${type}`, tags: ['test'], glossary },
      requestFor('conversation'),
    );
    return id;
  }
}
