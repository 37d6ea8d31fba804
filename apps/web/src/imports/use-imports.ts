import { api, bodyOf } from '../api/client.ts';
import type { Import } from '../api/types.ts';
import { useList, type LiveList } from '../shared/use-list.ts';
import { isEnd } from '../tasks/task-end.ts';

/** All imports of all owners, newest first. */
export function useImports(): LiveList<Import> {
  return useList({
    name: 'imports',
    step: 50,
    fetchPage: (query) => bodyOf(api.GET('/imports', { params: { query } })),
    isChanged: isEnd,
  });
}
