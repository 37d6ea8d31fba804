import { importedIds } from './imported-ids.ts';
import type { ImportedConversation } from './imported.records.ts';

type Ids = ReadonlyMap<string, string>;

/** The new ids of what belongs to a conversation, by the ones where it comes from. */
export interface ConversationIds {
  readonly conversationId: string;
  readonly exchanges: Ids;
  readonly turns: Ids;
  readonly clips: Ids;
  readonly segments: Ids;
  readonly versions: Ids;
  readonly summaries: Ids;
  readonly summaryEdits: Ids;
  readonly memories: Ids;
  readonly speakerChanges: Ids;
  readonly voiceProfiles: Ids;
}

/** What ids are made of. */
type Identified = {
  readonly [Part in keyof Omit<ConversationIds, 'conversationId'>]: readonly {
    readonly id: string;
  }[];
} & Pick<ImportedConversation, 'conversation'>;

/**
 * The new ids of what belongs to a conversation.
 * @param conversationId the new one, from which the others follow
 */
export function conversationIds(conversationId: string, imported: Identified): ConversationIds {
  const madeAt = new Date(imported.conversation.createdAt);
  const ids = (
    kind: Parameters<typeof importedIds>[0],
    things: readonly { readonly id: string }[],
  ): Ids => {
    const origins = things.map(({ id }) => id);
    return importedIds(kind, conversationId, origins, madeAt);
  };
  return {
    conversationId,
    exchanges: ids('exchange', imported.exchanges),
    turns: ids('turn', imported.turns),
    clips: ids('clip', imported.clips),
    segments: ids('segment', imported.segments),
    versions: ids('version', imported.versions),
    summaries: ids('summary', imported.summaries),
    summaryEdits: ids('summaryEdit', imported.summaryEdits),
    memories: ids('memory', imported.memories),
    speakerChanges: ids('speakerChange', imported.speakerChanges),
    voiceProfiles: ids('voiceProfile', imported.voiceProfiles),
  };
}

/** The new id of something that is there. @throws Error when it is not, which a check has to find */
export function newIdOf(ids: Ids, id: string): string {
  const known = ids.get(id);
  if (known !== undefined) return known;
  throw new Error(`${id} is not part of what is imported`);
}
