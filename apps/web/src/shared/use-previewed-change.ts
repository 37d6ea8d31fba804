import { computed, onScopeDispose, shallowReactive, type ComputedRef } from 'vue';
import type { Task } from '../api/types.ts';
import { isEnded } from '../tasks/task-words.ts';
import { useRequest, type PageRequest } from './use-request.ts';

const LOOK_AGAIN_MS = 500;
/** While the gateway cannot be reached. */
const TRY_AGAIN_MS = 4_000;

/** A change of many things that a person sees before tasks make or undo it. */
export interface PreviewedChange {
  readonly id: string;
  readonly applied?: Pick<Task, 'state'> | null;
  readonly undone?: Pick<Task, 'state'> | null;
}

/** A previewed change, which is read again while a task is at work on it. */
export interface PreviewedChangeAccess<Change> extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null before it was asked for. */
  readonly change: ComputedRef<Change | null>;
  /** Whether a task is at work on it. */
  readonly working: ComputedRef<boolean>;
  /** Asks for the preview. */
  readonly begin: (ask: () => Promise<Change>) => Promise<void>;
  /** Asks for something to be done with it, unless another request is on its way. */
  readonly ask: (request: (id: string) => Promise<Change>) => Promise<void>;
  readonly forget: () => void;
}

/**
 * @param find - Reads it.
 * @param show - Is called with each state of it, such as to read what it consists of.
 */
export function usePreviewedChange<Change extends PreviewedChange>(
  find: (id: string) => Promise<Change>,
  show: (change: Change) => Promise<void> = () => Promise.resolve(),
): PreviewedChangeAccess<Change> {
  const { busy, problem, send } = useRequest();
  const latest = shallowReactive<{ change: Change | null }>({ change: null });
  let timer: number | undefined;
  const stop = () => {
    clearTimeout(timer);
  };
  const take = async (next: Change) => {
    stop();
    latest.change = next;
    await show(next);
    if (isWorking(next)) timer = window.setTimeout(() => void look(next.id), LOOK_AGAIN_MS);
  };
  const look = async (id: string) => {
    try {
      await take(await find(id));
    } catch {
      timer = window.setTimeout(() => void look(id), TRY_AGAIN_MS);
    }
  };
  onScopeDispose(stop);
  return {
    ...{ busy, problem, change: computed(() => latest.change) },
    working: computed(() => isWorking(latest.change)),
    begin: async (ask) => {
      await send(async () => take(await ask()));
    },
    ask: async (request) => {
      const id = latest.change?.id;
      if (id !== undefined && !busy.value) await send(async () => take(await request(id)));
    },
    forget: () => {
      stop();
      latest.change = null;
    },
  };
}

function isWorking(change: PreviewedChange | null): boolean {
  const latest = change?.undone ?? change?.applied ?? null;
  return latest !== null && !isEnded(latest.state);
}
