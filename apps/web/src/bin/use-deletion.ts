import { shallowRef, type Ref } from 'vue';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { BIN_CALLS, type BinRef } from './bin-calls.ts';

/** How long the page offers to undo a deletion; after that it can be restored from the bin. */
const UNDO_MS = 10_000;

/** Something that can be deleted, and what a person knows it by. */
export interface Deletable extends BinRef {
  readonly title: string;
  /** Memories of a conversation that stay. */
  readonly kept?: readonly string[];
}

/** Something that is being deleted, or was a moment ago. */
export interface Deletion extends Deletable {
  readonly isDone: boolean;
}

// One for all views, because the view of what is deleted may be left.
const latest = shallowRef<Deletion | null>(null);
const { busy, problem, send } = useRequest();
let timer: number | undefined;

/** @returns whether it is in the bin */
async function begin(thing: Deletable): Promise<boolean> {
  clearTimeout(timer);
  latest.value = { ...thing, isDone: false };
  const isDone = await send(() => BIN_CALLS[thing.kind].remove(thing, false, thing.kept));
  if (!isDone) return false;
  latest.value = { ...thing, isDone };
  timer = window.setTimeout(close, UNDO_MS);
  return true;
}

/** @returns whether it is there again */
async function undo(): Promise<boolean> {
  const thing = latest.value;
  if (thing === null) return false;
  clearTimeout(timer);
  const isBack = await send(() => BIN_CALLS[thing.kind].restore(thing));
  if (isBack) close();
  return isBack;
}

function close(): void {
  clearTimeout(timer);
  latest.value = null;
}

/** The latest deletion on this page, and its undoing. */
export interface Deletions extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly latest: Readonly<Ref<Deletion | null>>;
  readonly begin: typeof begin;
  readonly undo: typeof undo;
  readonly close: typeof close;
}

export function useDeletion(): Deletions {
  return { latest, busy, problem, begin, undo, close };
}
