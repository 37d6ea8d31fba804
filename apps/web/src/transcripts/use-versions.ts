import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { TextVersion } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The fetched earlier versions of a turn. */
export interface VersionList extends Pick<PageRequest, 'busy' | 'problem'> {
  /** Newest first. */
  readonly versions: ShallowRef<readonly TextVersion[]>;
  /** Whether more versions can be fetched. */
  readonly more: Readonly<Ref<boolean>>;
  /** Fetches the newest page and replaces the list. */
  readonly load: () => Promise<void>;
  /** Fetches the next page. */
  readonly loadMore: () => Promise<void>;
}

export function useVersions(conversationId: () => string, turnId: () => string): VersionList {
  const { busy, problem, send } = useRequest();
  const versions = shallowRef<readonly TextVersion[]>([]);
  const more = ref(false);
  let cursor: string | null = null;
  const fetchAfter = async (before: readonly TextVersion[]) => {
    await send(async () => {
      const path = { id: conversationId(), turnId: turnId() };
      const query = before.length === 0 || cursor === null ? {} : { cursor };
      const call = api.GET('/conversations/{id}/turns/{turnId}/versions', {
        params: { path, query },
      });
      const page = await bodyOf(call);
      versions.value = [...before, ...page.items];
      cursor = page.nextCursor;
      more.value = cursor !== null;
    });
  };
  return {
    ...{ busy, problem, versions, more },
    load: () => fetchAfter([]),
    loadMore: () => fetchAfter(versions.value),
  };
}
