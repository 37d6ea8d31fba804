import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';

/** Editing of one segment. */
export interface SegmentEdit {
  /** True from the wish to the answer. */
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /**
   * @param text - What is to be shown; `null` undoes the edit.
   * @returns Whether it is stored.
   */
  readonly save: (text: string | null) => Promise<boolean>;
}

export function useSegmentEdit(conversationId: string, segmentId: string): SegmentEdit {
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  const save = async (text: string | null) => {
    busy.value = true;
    problem.value = null;
    try {
      const params = { path: { id: conversationId, segmentId } };
      const call = api.PATCH('/conversations/{id}/segments/{segmentId}', {
        params,
        body: { text },
      });
      await bodyOf(call);
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, save };
}
