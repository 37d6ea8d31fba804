import { shallowRef, watch, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Report } from '../api/types.ts';
import { useRemembered } from '../shared/use-remembered.ts';

/**
 * What is new in a report since it was last looked at in this browser: the entries that the report
 * that was seen last did not have. It stays new while the dashboard is open.
 *
 * @param projectId - The project; must not change while the component lives.
 * @param agent - Name of the agent; must not change while the component lives.
 * @param report - The report that is shown.
 * @returns Ids of entries.
 */
export function useNewEntries(
  projectId: string,
  agent: string,
  report: () => Report | null,
): Readonly<Ref<readonly string[]>> {
  const added = shallowRef<readonly string[]>([]);
  const seen = useRemembered(`seen.${projectId}.${agent}`);
  const since = seen.value;
  watch(
    report,
    async (shown) => {
      if (shown === null) return;
      seen.value = shown.id;
      added.value = since === '' || since === shown.id ? [] : await addedSince(shown, since);
    },
    { immediate: true },
  );
  return added;
}

/** A report that is gone, or a gateway that cannot be reached, has nothing new. */
async function addedSince(report: Report, since: string): Promise<readonly string[]> {
  const path = { id: report.projectId, reportId: report.id };
  const params = { path, query: { since } };
  try {
    const call = api.GET('/projects/{id}/reports/{reportId}/changes', { params });
    return (await bodyOf(call)).added.map(({ id }) => id);
  } catch {
    return [];
  }
}
