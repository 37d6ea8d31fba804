import { computed, ref, shallowRef, type ComputedRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { GlossaryEntry, Replacement, ReplacementPassage } from '../api/types.ts';
import { usePreviewedChange } from '../shared/use-previewed-change.ts';
import type { PageRequest } from '../shared/use-request.ts';
import type { GlossaryScope } from './use-glossary.ts';

const PAGE = 20;
/** Others are in the API; nobody reads more of them on a screen. */
const MOST_SHOWN = 200;

/** The replacement of what a term sounds like in what was said before. */
export interface ReplacementAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Null before it was looked for. */
  readonly replacement: ComputedRef<Replacement | null>;
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
  const passages = shallowRef<readonly ReplacementPassage[]>([]);
  const limit = ref(PAGE);
  const readPassages = async ({ id }: Replacement) => {
    const params = { path: { id }, query: { limit: limit.value } };
    passages.value = (await bodyOf(api.GET('/replacements/{id}/passages', { params }))).items;
  };
  const { change: replacement, begin, ask, ...previewed } = usePreviewedChange(find, readPassages);
  const preview = async () => {
    const { term, soundsLike: forms } = entry();
    const body = { ...scope, term, forms, capitals: forms.length === 0 };
    limit.value = PAGE;
    await begin(() => bodyOf(api.POST('/replacements', { body })));
  };
  const showMore = async () => {
    limit.value = Math.min(MOST_SHOWN, limit.value * 3);
    await ask(find);
  };
  return {
    ...{ ...previewed, replacement, passages, preview, showMore },
    hasMore: computed(() => {
      const count = replacement.value?.passageCount ?? 0;
      return passages.value.length < Math.min(MOST_SHOWN, count);
    }),
    apply: () => ask((id) => bodyOf(api.POST('/replacements/{id}/apply', paramsOf(id)))),
    undo: () => ask((id) => bodyOf(api.POST('/replacements/{id}/undo', paramsOf(id)))),
    undoOne: (segmentId) =>
      ask((id) => {
        const params = { path: { id, segmentId } };
        return bodyOf(api.POST('/replacements/{id}/passages/{segmentId}/undo', { params }));
      }),
    forget: () => {
      previewed.forget();
      passages.value = [];
    },
  };
}

function find(id: string): Promise<Replacement> {
  return bodyOf(api.GET('/replacements/{id}', paramsOf(id)));
}

function paramsOf(id: string) {
  return { params: { path: { id } } };
}
