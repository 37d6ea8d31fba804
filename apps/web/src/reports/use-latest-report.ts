import { watch } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { Report } from '../api/types.ts';
import { coalesced } from '../shared/coalesced.ts';
import { changes } from '../shared/event-parts.ts';
import { useFeed } from '../shared/use-feed.ts';
import { changesProject } from '../projects/project-events.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { useShownReports } from './shown-reports.ts';

/** What is said may make a report out of date; a long report is not fetched with every word. */
const SPOKEN_GAP_MS = 5000;

/**
 * The latest report of an agent about a project, kept up to date. Its value is null until there is
 * one. The page shows it to the evidence drawer.
 *
 * @param projectId - The project; must not change while the component lives.
 * @param agent - Name of the agent; must not change while the component lives.
 */
export function useLatestReport(projectId: string, agent: string): Resource<Report | null> {
  const shown = useShownReports();
  const latest = useResource(
    () => fetchLatest(projectId, agent),
    (event) =>
      changesProject(event, projectId, 'projects') || changesProject(event, projectId, 'reports'),
  );
  const afterWords = coalesced(latest.refresh, SPOKEN_GAP_MS);
  useFeed({ onEvent: (event) => void (changes(event, 'transcript') && afterWords()) });
  watch(latest.value, (report) => {
    if (report === null) shown.delete(agent);
    else shown.set(agent, report);
  });
  return latest;
}

/** The list says whether there is one, without an error before the first. */
async function fetchLatest(id: string, agent: string): Promise<Report | null> {
  const params = { path: { id }, query: { agent, limit: 1 } };
  const { items } = await bodyOf(api.GET('/projects/{id}/reports', { params }));
  const [head] = items;
  if (head === undefined) return null;
  const path = { id, reportId: head.id };
  return bodyOf(api.GET('/projects/{id}/reports/{reportId}', { params: { path } }));
}
