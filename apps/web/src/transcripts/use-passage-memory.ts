import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** A passage that is remembered. */
export interface RememberedPassage {
  readonly narrative: string;
  /** Whether it was remembered before. */
  readonly before: boolean;
}

/** Remembering of passages of one segment. */
export interface PassageMemoryAccess extends Pick<PageRequest, 'busy' | 'problem'> {
  /** What was remembered last; `null` before. */
  readonly remembered: Readonly<Ref<RememberedPassage | null>>;
  /** Writes a memory, unless these words are remembered already. */
  readonly remember: (narrative: string) => Promise<void>;
}

/** Longest narrative that the gateway accepts. */
const MAX_CHARACTERS = 20_000;

export function usePassageMemory(conversationId: string, segmentId: string): PassageMemoryAccess {
  const { busy, problem, send } = useRequest();
  const remembered = ref<RememberedPassage | null>(null);
  const params = { path: { id: conversationId, segmentId } };
  const remember = async (passage: string) => {
    const narrative = passage.slice(0, MAX_CHARACTERS);
    if (busy.value || narrative === remembered.value?.narrative) return;
    const route = '/conversations/{id}/segments/{segmentId}/memories';
    await send(async () => {
      const call = api.POST(route, { params, body: { narrative } });
      await bodyOf(call);
      const { response } = await call;
      remembered.value = { narrative, before: response.status === 200 };
    });
  };
  return { busy, problem, remembered, remember };
}

/** What is selected within an element, without white space around it; `''` for nothing. */
export function selectedWithin(element: Element | null): string {
  const selection = window.getSelection();
  if (element === null || selection === null || selection.isCollapsed) return '';
  const { anchorNode, focusNode } = selection;
  const isWithin = element.contains(anchorNode) && element.contains(focusNode);
  return isWithin ? selection.toString().trim() : '';
}
