import { api, bodyOf } from '../api/client.ts';
import type { Export } from '../api/types.ts';
import { useList, type LiveList } from '../shared/use-list.ts';
import { isEnd } from '../tasks/task-end.ts';

/** All exports of all owners, newest first. */
export function useExports(): LiveList<Export> {
  return useList({
    name: 'exports',
    step: 50,
    fetchPage: (query) => bodyOf(api.GET('/exports', { params: { query } })),
    isChanged: isEnd,
  });
}
