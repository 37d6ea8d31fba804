import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { FactEvidence, Report, ReportEntry } from '../api/types.ts';
import { changesProject } from '../projects/project-events.ts';
import { useShownReports } from '../reports/shown-reports.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';

/** A fact with its source, and what has become of it in the report that is shown. */
export interface LiveEvidence extends Pick<
  Resource<FactEvidence>,
  'value' | 'problem' | 'loaded' | 'refresh'
> {
  /** Null while the report of its agent is not shown. */
  readonly report: ComputedRef<Report | null>;
  /** The entry that the fact belongs to. */
  readonly entry: ComputedRef<ReportEntry | null>;
}

/**
 * @param projectId - The project; must not change while the component lives.
 * @param factId - The fact; must not change while the component lives.
 */
export function useFactEvidence(projectId: string, factId: string): LiveEvidence {
  const path = { id: projectId, factId };
  const { value, problem, loaded, refresh } = useResource(
    () => bodyOf(api.GET('/projects/{id}/facts/{factId}', { params: { path } })),
    (event) => changesProject(event, projectId, 'reports'),
  );
  const reports = useShownReports();
  const report = computed(() =>
    value.value === null ? null : (reports.get(value.value.agent) ?? null),
  );
  const entry = computed(
    () => report.value?.content.entries.find(({ factIds }) => factIds.includes(factId)) ?? null,
  );
  return { value, problem, loaded, refresh, report, entry };
}
