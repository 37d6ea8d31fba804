import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { GlossaryEntry, Replacement, ReplacementPassage } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { isEnded } from '../tasks/task-words.ts';
import type { GlossaryScope } from './use-glossary.ts';

const PAGE = 20;
/** Others are in the API; nobody reads more of them on a screen. */
const MOST_SHOWN = 200;
const LOOK_AGAIN_MS = 500;
/** While the gateway cannot be reached. */
const TRY_AGAIN_MS = 4_000;

/** The replacement of what a term sounds like in what was said before. */
export interface ReplacementAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null before it was looked for. */
  readonly replacement: Readonly<ShallowRef<Replacement | null>>;
  /** Its first passages. */
  readonly passages: Readonly<ShallowRef<readonly ReplacementPassage[]>>;
  readonly hasMore: ComputedRef<boolean>;
  /** Whether a task is at work on it. */
  readonly working: ComputedRef<boolean>;
  readonly preview: () => Promise<void>;
  readonly showMore: () => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly undoOne: (segmentId: string) => Promise<void>;
  readonly forget: () => void;
}

/**
 * @param scope - In which conversations.
 * @param entry - The entry; one without other forms is about its capitals.
 */
export function useReplacement(
  scope: GlossaryScope,
  entry: () => GlossaryEntry,
): ReplacementAccess {
  const { busy, problem, send } = useRequest();
  const followed = useFollowedReplacement();
  const { replacement, passages, limit, take } = followed;
  const change = async (call: (id: string) => Promise<Replacement>) => {
    const id = replacement.value?.id;
    if (id !== undefined && !busy.value) await send(async () => take(await call(id)));
  };
  const preview = async () => {
    const { term, soundsLike: forms } = entry();
    const body = { ...scope, term, forms, capitals: forms.length === 0 };
    limit.value = PAGE;
    await send(async () => take(await bodyOf(api.POST('/replacements', { body }))));
  };
  const showMore = async () => {
    limit.value = Math.min(MOST_SHOWN, limit.value * 3);
    await change(find);
  };
  return {
    ...{ busy, problem, replacement, passages, preview, showMore, forget: followed.forget },
    working: computed(() => isWorking(replacement.value)),
    hasMore: computed(() => {
      const count = replacement.value?.passageCount ?? 0;
      return passages.value.length < Math.min(MOST_SHOWN, count);
    }),
    apply: () => change((id) => bodyOf(api.POST('/replacements/{id}/apply', paramsOf(id)))),
    undo: () => change((id) => bodyOf(api.POST('/replacements/{id}/undo', paramsOf(id)))),
    undoOne: (segmentId) =>
      change((id) => {
        const params = { path: { id, segmentId } };
        return bodyOf(api.POST('/replacements/{id}/passages/{segmentId}/undo', { params }));
      }),
  };
}

/** The replacement that is shown, which is read again while a task is at work on it. */
function useFollowedReplacement() {
  const replacement = shallowRef<Replacement | null>(null);
  const passages = shallowRef<readonly ReplacementPassage[]>([]);
  const limit = ref(PAGE);
  let timer: number | undefined;
  const stop = () => {
    clearTimeout(timer);
  };
  const take = async (next: Replacement) => {
    stop();
    replacement.value = next;
    const params = { path: { id: next.id }, query: { limit: limit.value } };
    passages.value = (await bodyOf(api.GET('/replacements/{id}/passages', { params }))).items;
    if (isWorking(next)) timer = window.setTimeout(() => void look(next.id), LOOK_AGAIN_MS);
  };
  const look = async (id: string) => {
    try {
      await take(await find(id));
    } catch {
      timer = window.setTimeout(() => void look(id), TRY_AGAIN_MS);
    }
  };
  const forget = () => {
    stop();
    replacement.value = null;
    passages.value = [];
  };
  onScopeDispose(stop);
  return { replacement, passages, limit, take, forget };
}

function find(id: string): Promise<Replacement> {
  return bodyOf(api.GET('/replacements/{id}', paramsOf(id)));
}

function paramsOf(id: string) {
  return { params: { path: { id } } };
}

function isWorking(replacement: Replacement | null): boolean {
  const latest = replacement?.undone ?? replacement?.applied ?? null;
  return latest !== null && !isEnded(latest.state);
}
