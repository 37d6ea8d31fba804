import { shallowRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { CorrectionChange } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The changes of a segment by its latest correction, fetched when they are asked for. */
export interface CorrectionList extends Pick<PageRequest, 'busy' | 'problem'> {
  /** In the order of the text. */
  readonly changes: ShallowRef<readonly CorrectionChange[]>;
  readonly load: () => Promise<void>;
  /**
   * Undoes one change, or takes it again.
   * @returns Whether that was stored.
   */
  readonly setUndone: (change: CorrectionChange, undone: boolean) => Promise<boolean>;
}

export function useCorrections(
  conversationId: () => string,
  segmentId: () => string,
): CorrectionList {
  const { busy, problem, send } = useRequest();
  const changes = shallowRef<readonly CorrectionChange[]>([]);
  const path = () => ({ id: conversationId(), segmentId: segmentId() });
  const fetchChanges = async () => {
    const params = { path: path() };
    const call = api.GET('/conversations/{id}/segments/{segmentId}/corrections', { params });
    changes.value = (await bodyOf(call)).changes;
  };
  const load = async () => {
    await send(fetchChanges);
  };
  const setUndone = ({ start, end }: CorrectionChange, undone: boolean) =>
    send(async () => {
      if (start === null || end === null) return;
      const call = api.PATCH('/conversations/{id}/segments/{segmentId}/corrections', {
        params: { path: path() },
        body: { start, end, undone },
      });
      await bodyOf(call);
      await fetchChanges();
    });
  return { busy, problem, changes, load, setUndone };
}
