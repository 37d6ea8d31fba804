import { Injectable } from '@nestjs/common';
import type {
  ChangeConversation,
  Conversation,
  ConversationDetail,
  ConversationPage,
  ConversationQuery,
  CreateConversation,
} from '#contracts/api';
import { AppError } from '#platform';
import { ConversationsRepository } from '#store';
import { Dispatcher } from '../dispatcher/dispatcher.ts';
import { EnginesService } from '../tasks/engines/engines.service.ts';
import { toClip } from './clips/clip-view.ts';
import { idempotentRequest } from '../http/idempotency-key.ts';
import { toConversation, toListedConversation } from './conversation-view.ts';

/** Conversations as the API shows them. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly dispatcher: Dispatcher,
    private readonly engines: EnginesService,
  ) {}

  /**
   * Creates a conversation, or returns the one that was created with the same key.
   * @throws AppError `idempotency_key_reused`; `not_found` when its owner has no such project
   */
  async create(input: CreateConversation, key: string | null): Promise<Conversation> {
    const scope = `POST /conversations ${input.ownerId}`;
    const request = idempotentRequest(scope, key, input);
    return toConversation(await this.conversations.create(input, request));
  }

  async list(query: ConversationQuery): Promise<ConversationPage> {
    const { items, nextCursor } = await this.conversations.list(query);
    const ids = items.map(({ id }) => id);
    const { search = '' } = query;
    const [states, passages] = await Promise.all([
      this.conversations.workStatesOf(ids),
      this.conversations.foundPassages(ids, search),
    ]);
    const found = new Map(passages.map((each) => [each.conversationId, each]));
    const listed = items.map((record) =>
      toListedConversation(record, {
        states: states.get(record.id) ?? [],
        passage: found.get(record.id) ?? null,
        search,
      }),
    );
    return { items: listed, nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(id: string): Promise<ConversationDetail> {
    const [conversation, clips] = await Promise.all([
      this.conversations.find(id),
      this.conversations.clipsOf(id),
    ]);
    if (conversation === null) throw unknown(id);
    return { ...toConversation(conversation), clips: clips.map(toClip) };
  }

  /**
   * @throws AppError `not_found` when there is no such conversation, or its owner has no such project;
   * `summary_prompt_needs_model`
   */
  async change(id: string, change: ChangeConversation): Promise<Conversation> {
    this.engines.checkSummaryStyle(change.summaryStyle);
    const changed = await this.conversations.change(id, change);
    if (changed === null) throw unknown(id);
    // The agents of a project that it leaves report again.
    if (change.projectId !== undefined) this.dispatcher.request();
    return toConversation(changed);
  }
}

function unknown(id: string): AppError {
  return new AppError('not_found', `There is no conversation ${id}.`);
}
