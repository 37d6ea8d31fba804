import { watch, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { ConversationDetail, LoggedEvent, Memory, Summary, Transcript } from '../api/types.ts';
import { changes, changesTurnState, type Part } from '../shared/event-parts.ts';
import { useMemories } from '../memories/use-memories.ts';
import type { LiveList } from '../shared/use-list.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { useTaskTypes } from '../tasks/use-task-types.ts';
import { ALL_TASKS, useTasks, type LiveTasks } from '../tasks/use-tasks.ts';

const MEMORIES = { name: 'memories', step: 200 };
/** As many as may be kept when it is deleted. */
const PINNED = { name: 'pinned', step: 100 };

/** A conversation with all data of its page, kept up to date. */
export interface LiveConversation {
  readonly conversation: Resource<ConversationDetail>;
  readonly transcript: Resource<Transcript>;
  /** Null until it has been written. */
  readonly summary: Resource<Summary | null>;
  readonly memories: LiveList<Memory>;
  /** Its pinned memories, also those that are not among the newest. */
  readonly pinned: LiveList<Memory>;
  readonly tasks: LiveTasks;
}

/** @param id - The conversation; must not change while the component lives. */
export function useConversation(id: string): LiveConversation {
  const changed = (part: Part) => (event: LoggedEvent) =>
    event.conversationId === id && changes(event, part);
  const types = useTaskTypes();
  const conversation = useResource(() => fetchConversation(id), changed('conversation'));
  const transcript = useResource(
    () => fetchTranscript(id),
    (event) =>
      changed('transcript')(event) ||
      (event.conversationId === id && changesTurnState(event, types.value)),
  );
  return {
    conversation,
    transcript,
    summary: useSummary(id, conversation.value),
    memories: useMemories(MEMORIES, () => ({ conversationId: id })),
    pinned: useMemories(PINNED, () => ({ conversationId: id, pinned: 'true' })),
    tasks: useTasks(() => ({ ...ALL_TASKS, conversationId: id })),
  };
}

/** Fetches the summary only if the conversation has one. */
function useSummary(id: string, conversation: Readonly<ShallowRef<ConversationDetail | null>>) {
  const summary = useResource(
    async () => ((conversation.value?.summaryRevision ?? null) === null ? null : fetchSummary(id)),
    (event) => event.conversationId === id && changes(event, 'summary'),
  );
  watch(() => conversation.value?.summaryRevision, summary.refresh);
  return summary;
}

function fetchConversation(id: string): Promise<ConversationDetail> {
  return bodyOf(api.GET('/conversations/{id}', { params: { path: { id } } }));
}

function fetchTranscript(id: string): Promise<Transcript> {
  return bodyOf(api.GET('/conversations/{id}/transcript', { params: { path: { id } } }));
}

function fetchSummary(id: string): Promise<Summary> {
  return bodyOf(api.GET('/conversations/{id}/summary', { params: { path: { id } } }));
}
