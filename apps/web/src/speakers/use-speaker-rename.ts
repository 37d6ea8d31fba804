import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { SpeakerRename } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { isEnded } from '../tasks/task-words.ts';

const LOOK_AGAIN_MS = 500;
/** While the gateway cannot be reached. */
const TRY_AGAIN_MS = 4_000;

/** Who is renamed, and in whose conversations. */
export interface WantedRename {
  readonly ownerId: string;
  readonly from: string;
  readonly to: string;
}

/** The renaming of somebody in all conversations of an owner. */
export interface SpeakerRenameAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null before it was looked for. */
  readonly rename: Readonly<ShallowRef<SpeakerRename | null>>;
  /** Whether a task is at work on it. */
  readonly working: ComputedRef<boolean>;
  readonly preview: (wanted: WantedRename) => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
}

/** It is read again while a task is at work on it. */
export function useSpeakerRename(): SpeakerRenameAccess {
  const { busy, problem, send } = useRequest();
  const rename = shallowRef<SpeakerRename | null>(null);
  let timer: number | undefined;
  const stop = () => {
    clearTimeout(timer);
  };
  const take = (next: SpeakerRename) => {
    stop();
    rename.value = next;
    if (isWorking(next)) timer = window.setTimeout(() => void look(next.id), LOOK_AGAIN_MS);
  };
  const look = async (id: string) => {
    try {
      take(await bodyOf(api.GET('/speaker-renames/{id}', paramsOf(id))));
    } catch {
      timer = window.setTimeout(() => void look(id), TRY_AGAIN_MS);
    }
  };
  const change = async (call: (id: string) => Promise<SpeakerRename>) => {
    const id = rename.value?.id;
    if (id !== undefined && !busy.value) await send(async () => take(await call(id)));
  };
  const preview = async (body: WantedRename) => {
    await send(async () => take(await bodyOf(api.POST('/speaker-renames', { body }))));
  };
  onScopeDispose(stop);
  return {
    ...{ busy, problem, rename, preview },
    working: computed(() => isWorking(rename.value)),
    apply: () => change((id) => bodyOf(api.POST('/speaker-renames/{id}/apply', paramsOf(id)))),
    undo: () => change((id) => bodyOf(api.POST('/speaker-renames/{id}/undo', paramsOf(id)))),
    forget: () => {
      stop();
      rename.value = null;
    },
  };
}

function paramsOf(id: string) {
  return { params: { path: { id } } };
}

function isWorking(rename: SpeakerRename | null): boolean {
  const latest = rename?.undone ?? rename?.applied ?? null;
  return latest !== null && !isEnded(latest.state);
}
