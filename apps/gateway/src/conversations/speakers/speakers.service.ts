import { Injectable } from '@nestjs/common';
import type {
  AssignPassage,
  ChangeSpeaker,
  ConversationSpeakers,
  RejectName,
} from '#contracts/api';
import { conversationSpeakers } from '#domain';
import { AppError } from '#platform';
import { SpeakersRepository, type SpeakerChangeRecord } from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { SuggestedNames } from './suggested-names.ts';

/** The speakers of conversations, and what people call them. */
@Injectable()
export class SpeakersService {
  constructor(
    private readonly speakers: SpeakersRepository,
    private readonly suggestions: SuggestedNames,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** @throws AppError `not_found` */
  async list(conversationId: string): Promise<ConversationSpeakers> {
    const found = await this.speakers.find(conversationId);
    if (found === null)
      throw new AppError('not_found', `There is no conversation ${conversationId}.`);
    const { revision, ownerId, pieces, changes } = found;
    const speakers = conversationSpeakers(pieces).map((speaker) => ({
      ...speaker,
      voiceLabels: [...speaker.voiceLabels],
      samples: [...speaker.samples],
    }));
    const suggestions = await this.suggestions.of({ id: conversationId, ownerId, pieces });
    return {
      ...{ conversationId, ownerId, revision, speakers },
      ...{ suggestions: [...suggestions], changes: changes.map(toChange) },
    };
  }

  /** @throws AppError `not_found`, `speaker_unknown`, `speaker_exists` */
  async change(
    id: string,
    { merge = false, ...names }: ChangeSpeaker,
  ): Promise<ConversationSpeakers> {
    await this.speakers.decide(id, { ...names, merge });
    this.dispatcher.request();
    return this.list(id);
  }

  /** @throws AppError `not_found`, `passage_not_heard` */
  async assign(id: string, passages: AssignPassage): Promise<ConversationSpeakers> {
    await this.speakers.assign(id, passages);
    this.dispatcher.request();
    return this.list(id);
  }

  /** @throws AppError `not_found`, `speaker_unknown` */
  async reject(id: string, rejected: RejectName): Promise<ConversationSpeakers> {
    await this.suggestions.reject(id, rejected);
    return this.list(id);
  }

  /** @throws AppError `not_found` */
  async undo(id: string, changeId: string): Promise<ConversationSpeakers> {
    await this.speakers.undo(id, changeId);
    this.dispatcher.request();
    return this.list(id);
  }
}

function toChange({ id, fromName, toName, ranges, createdAt, undoneAt }: SpeakerChangeRecord) {
  return {
    ...{ id, from: fromName, to: toName, createdAt: createdAt.toISOString() },
    passages: ranges?.length ?? 0,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
