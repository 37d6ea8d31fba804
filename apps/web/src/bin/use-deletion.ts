import { shallowRef, type Ref } from 'vue';
import { api, doneBy } from '../api/client.ts';
import type { Conversation } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** How long the page offers to undo a deletion; after that it can be restored from the bin. */
const UNDO_MS = 10_000;

/** A conversation that is being deleted, or was a moment ago. */
export interface Deletion extends Pick<Conversation, 'id' | 'title'> {
  readonly isDone: boolean;
}

// One for all views, because the view of the conversation is left when it is deleted.
const latest = shallowRef<Deletion | null>(null);
const { busy, problem, send } = useRequest();
let timer: number | undefined;

async function begin({ id, title }: Pick<Conversation, 'id' | 'title'>): Promise<void> {
  clearTimeout(timer);
  latest.value = { id, title, isDone: false };
  const params = { path: { id } };
  const isDone = await send(() => doneBy(api.DELETE('/conversations/{id}', { params })));
  if (!isDone) return;
  latest.value = { id, title, isDone };
  timer = window.setTimeout(close, UNDO_MS);
}

/** @returns whether the conversation is there again */
async function undo(): Promise<boolean> {
  if (latest.value === null) return false;
  clearTimeout(timer);
  const params = { path: { id: latest.value.id } };
  const isBack = await send(() => doneBy(api.POST('/conversations/{id}/restore', { params })));
  if (isBack) close();
  return isBack;
}

function close(): void {
  clearTimeout(timer);
  latest.value = null;
}

/** The latest deletion of a conversation on this page, and its undoing. */
export interface Deletions extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly latest: Readonly<Ref<Deletion | null>>;
  readonly begin: typeof begin;
  readonly undo: typeof undo;
  readonly close: typeof close;
}

export function useDeletion(): Deletions {
  return { latest, busy, problem, begin, undo, close };
}
