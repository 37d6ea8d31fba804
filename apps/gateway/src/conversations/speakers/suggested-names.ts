import { Injectable } from '@nestjs/common';
import type { ConversationSpeakers, RejectName } from '#contracts/api';
import { suggestNames, type SpokenPiece } from '#domain';
import { VoiceProfilesRepository } from '#store';

/** A conversation, and what is said by whom in it. */
interface HeardConversation {
  readonly id: string;
  readonly ownerId: string;
  readonly pieces: readonly SpokenPiece[];
}

/** The names that voices of a conversation may have, because they sound like voices that have one. */
@Injectable()
export class SuggestedNames {
  constructor(private readonly profiles: VoiceProfilesRepository) {}

  /** The best one for each speaker without a name; none unless the owner has voices recognised. */
  async of({
    pieces,
    ...conversation
  }: HeardConversation): Promise<ConversationSpeakers['suggestions']> {
    const known = await this.profiles.unnamed(conversation);
    if (known === null) return [];
    const speakers = new Map(pieces.map(({ voiceLabel, speaker }) => [voiceLabel, speaker]));
    const best = new Map<string, ConversationSpeakers['suggestions'][number]>();
    for (const suggestion of suggestNames(known.voices, known.profiles, known.rejected)) {
      const { voiceLabel, name, certainty, profileId: voiceProfileId } = suggestion;
      const speaker = speakers.get(voiceLabel) ?? voiceLabel;
      if ((best.get(speaker)?.certainty ?? 0) < certainty)
        best.set(speaker, { speaker, name, certainty, voiceProfileId });
    }
    return [...best.values()];
  }

  /** @throws AppError `not_found`, `speaker_unknown` */
  reject(conversationId: string, rejected: RejectName): Promise<void> {
    return this.profiles.reject(conversationId, rejected);
  }
}
