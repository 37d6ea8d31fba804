import type { ReportHead, ReportView } from '#contracts/api';
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
    counts: record.counts,
    createdAt: record.createdAt.toISOString(),
  };
}

/** A report as the API shows it. */
export function toReport(record: CurrentReport): ReportView {
  const { current, content } = record;
  return { ...toReportHead(record), current, content };
}
