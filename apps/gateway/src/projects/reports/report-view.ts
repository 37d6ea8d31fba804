import type { ReportHead, ReportView } from '#contracts/api';
import { ERROR_DEFINITIONS, type ReportCounts } from '#contracts/model';
import type { CurrentReport, ReportHeadRecord } from '#store';

/** A report without its content, as the API shows it. */
export function toReportHead(record: ReportHeadRecord): ReportHead {
  return {
    id: record.id,
    projectId: record.projectId,
    agent: record.agent,
    taskId: record.taskId,
    cause: record.cause,
    engine: record.engine,
    complete: record.complete,
    counts: countsOf(record.counts),
    createdAt: record.createdAt.toISOString(),
  };
}

/** The counts with the error of each source that could not be read in words. */
function countsOf({ gaps, ...counts }: ReportCounts): ReportHead['counts'] {
  if (gaps === undefined) return counts;
  const sources = gaps.sources.map((source) => ({
    ...source,
    reason: ERROR_DEFINITIONS[source.errorCode].title,
  }));
  return { ...counts, gaps: { ...gaps, sources } };
}

/** A report as the API shows it. */
export function toReport(record: CurrentReport): ReportView {
  const { current, content } = record;
  return { ...toReportHead(record), current, content };
}
