import { api, bodyOf } from '../api/client.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** Editing of one segment. */
export interface SegmentEdit extends Pick<PageRequest, 'busy' | 'problem'> {
  /**
   * @param text - The new text; `null` removes the edit.
   * @returns Whether the edit was stored.
   */
  readonly save: (text: string | null) => Promise<boolean>;
}

export function useSegmentEdit(conversationId: string, segmentId: string): SegmentEdit {
  const { busy, problem, send } = useRequest();
  const params = { path: { id: conversationId, segmentId } };
  const save = (text: string | null) =>
    send(() =>
      bodyOf(api.PATCH('/conversations/{id}/segments/{segmentId}', { params, body: { text } })),
    );
  return { busy, problem, save };
}
