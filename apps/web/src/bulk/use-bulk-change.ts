import { shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { PageProblem } from '../api/problem.ts';
import type { BulkChange, RequestBulkChange } from '../api/types.ts';
import { useRequest } from '../shared/use-request.ts';
import { isEnded } from '../tasks/task-words.ts';
import { undoOf } from './undo-of.ts';

/** How long the page offers to undo what was done; after that it can be restored from the bin. */
const UNDO_MS = 10_000;
const LOOK_AGAIN_MS = 500;
/** While the gateway cannot be reached. */
const TRY_AGAIN_MS = 4_000;

/** A bulk change that this page has requested, and how it is taken back. */
export interface FollowedChange {
  readonly change: BulkChange;
  readonly undo: RequestBulkChange | null;
}

// One for all views, because the view with the selection may be left.
const latest: ShallowRef<FollowedChange | null> = shallowRef(null);
const { busy, problem, send } = useRequest();
let timer: number | undefined;

/** Requests a change and follows it. @returns whether it was accepted */
async function begin(body: RequestBulkChange): Promise<boolean> {
  return send(async () => {
    const change = await bodyOf(api.POST('/bulk-changes', { body }));
    clearTimeout(timer);
    follow({ change, undo: undoOf(body, change) });
  });
}

function follow(followed: FollowedChange): void {
  latest.value = followed;
  const isOver = isEnded(followed.change.state);
  timer = window.setTimeout(
    () => {
      if (isOver) close();
      else void look(followed);
    },
    isOver ? UNDO_MS : LOOK_AGAIN_MS,
  );
}

async function look(followed: FollowedChange): Promise<void> {
  const { id } = followed.change;
  try {
    const change = await bodyOf(api.GET('/bulk-changes/{id}', { params: { path: { id } } }));
    // Another one may have begun meanwhile.
    if (latest.value?.change.id === id) follow({ ...followed, change });
  } catch {
    timer = window.setTimeout(() => void look(followed), TRY_AGAIN_MS);
  }
}

/** Takes back what the latest one has done. */
async function undo(): Promise<void> {
  const body = latest.value?.undo;
  if (body) await begin(body);
}

function close(): void {
  clearTimeout(timer);
  latest.value = null;
}

/** The latest bulk change of this page, and its undoing. */
export interface BulkChanges {
  readonly latest: Readonly<Ref<FollowedChange | null>>;
  /** True until a request is accepted or refused. */
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly begin: typeof begin;
  readonly undo: typeof undo;
  readonly close: typeof close;
}

export function useBulkChange(): BulkChanges {
  return { latest, busy, problem, begin, undo, close };
}
