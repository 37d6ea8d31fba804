import type { Conversation, FoundPassage, ListedConversation } from '#contracts/api';
import { termsOf } from '#contracts/model';
import type { TaskState } from '#contracts/tasks';
import { excerptOf, workStateOf } from '#domain';
import type { ConversationRecord, FoundPassage as PassageRecord } from '#store';

/** About two lines of a list. */
const EXCERPT_LENGTH = 160;

/** A conversation as the API shows it. */
export function toConversation(record: ConversationRecord): Conversation {
  return {
    id: record.id,
    ownerId: record.ownerId,
    projectId: record.projectId,
    title: record.title,
    tags: record.tags,
    glossary: termsOf(record.glossary),
    summaryStyle: record.summaryStyle,
    transcriptStyle: record.transcriptStyle,
    spokenLanguage: record.spokenLanguage,
    revision: record.revision,
    summaryRevision: record.summaryRevision,
    exchangeCount: record.exchangeCount,
    clipCount: record.clipCount,
    archivedAt: record.archivedAt?.toISOString() ?? null,
    transcriptRemovedAt: record.transcriptRemovedAt?.toISOString() ?? null,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

/** What a list shows of a conversation in addition. */
interface Listing {
  /** States of its tasks. */
  readonly states: readonly TaskState[];
  readonly passage: PassageRecord | null;
  /** The words that the passage was found by. */
  readonly search: string;
}

/** A conversation as lists show it. */
export function toListedConversation(
  record: ConversationRecord,
  { states, passage, search }: Listing,
): ListedConversation {
  const found = passage === null ? null : toFoundPassage(passage, search);
  return { ...toConversation(record), workState: workStateOf(states), found };
}

function toFoundPassage(record: PassageRecord, search: string): FoundPassage {
  const { turnId, segmentId, clipId, startMs, speaker, text } = record;
  const excerpt = excerptOf(text, search.split(/\s+/u).filter(Boolean), EXCERPT_LENGTH);
  return { turnId, segmentId, speaker, startMs: clipId === null ? null : startMs, excerpt };
}
