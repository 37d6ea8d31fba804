import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { GlossaryEntry, Replacement, ReplacementPassage } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { isEnded } from '../tasks/task-words.ts';
import type { GlossaryScope } from './use-glossary.ts';

const PAGE = 20;
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
  const replacement = shallowRef<Replacement | null>(null);
  const passages = shallowRef<readonly ReplacementPassage[]>([]);
  const limit = ref(PAGE);
  let timer: number | undefined;
  const working = computed(() => isWorking(replacement.value));

  const take = async (next: Replacement) => {
    replacement.value = next;
    const query = { limit: limit.value };
    const params = { path: { id: next.id }, query };
    passages.value = (await bodyOf(api.GET('/replacements/{id}/passages', { params }))).items;
    clearTimeout(timer);
    if (isWorking(next)) timer = window.setTimeout(() => void look(next.id), LOOK_AGAIN_MS);
  };
  const look = async (id: string) => {
    try {
      await take(await bodyOf(api.GET('/replacements/{id}', { params: { path: { id } } })));
    } catch {
      timer = window.setTimeout(() => void look(id), TRY_AGAIN_MS);
    }
  };
  const change = async (call: (id: string) => Promise<Replacement>) => {
    const id = replacement.value?.id;
    if (id !== undefined && !busy.value) await send(async () => take(await call(id)));
  };
  onScopeDispose(() => clearTimeout(timer));

  return {
    ...{ busy, problem, replacement, passages, working },
    hasMore: computed(() => passages.value.length < (replacement.value?.passageCount ?? 0)),
    preview: async () => {
      const { term, soundsLike: forms } = entry();
      const body = { ...scope, term, forms, capitals: forms.length === 0 };
      limit.value = PAGE;
      await send(async () => take(await bodyOf(api.POST('/replacements', { body }))));
    },
    showMore: async () => {
      limit.value = Math.min(200, limit.value * 3);
      await change((id) => bodyOf(api.GET('/replacements/{id}', { params: { path: { id } } })));
    },
    apply: () =>
      change((id) => bodyOf(api.POST('/replacements/{id}/apply', { params: { path: { id } } }))),
    undo: () =>
      change((id) => bodyOf(api.POST('/replacements/{id}/undo', { params: { path: { id } } }))),
    undoOne: (segmentId) =>
      change((id) => {
        const params = { path: { id, segmentId } };
        return bodyOf(api.POST('/replacements/{id}/passages/{segmentId}/undo', { params }));
      }),
    forget: () => {
      clearTimeout(timer);
      replacement.value = null;
      passages.value = [];
    },
  };
}

function isWorking(replacement: Replacement | null): boolean {
  const latest = replacement?.undone ?? replacement?.applied ?? null;
  return latest !== null && !isEnded(latest.state);
}
