import type { LoggedEventOf } from './logged-event.ts';
import type { ReplayedProject, ReplayedRows } from './replayed.ts';

export function projectChanged(
  rows: ReplayedRows,
  event: LoggedEventOf<'project_created' | 'project_changed'>,
): void {
  const { projectId, currency, timeZone, refresh } = event.data;
  const project = rows.projects.get(projectId) ?? newProject(event);
  rows.projects.set(projectId, project);
  project.currency = currency ?? project.currency;
  project.timeZone = timeZone ?? project.timeZone;
  project.refresh = refresh ?? project.refresh;
}

function newProject({
  ownerId,
  createdAt,
}: LoggedEventOf<'project_created' | 'project_changed'>): ReplayedProject {
  return { ownerId, createdAt: createdAt.getTime(), currency: '', timeZone: '', refresh: '' };
}

/** Its documents and reports go with a project; its conversations have events of their own. */
export function projectDeleted(
  rows: ReplayedRows,
  { data }: LoggedEventOf<'project_deleted'>,
): void {
  rows.projects.delete(data.projectId);
  for (const table of [rows.documents, rows.reports]) {
    for (const [id, row] of table) if (row.projectId === data.projectId) table.delete(id);
  }
}

export function documentAdded(rows: ReplayedRows, event: LoggedEventOf<'document_added'>): void {
  const { projectId, documentId, taskId, sizeBytes, sha256, writtenOn } = event.data;
  const createdAt = event.createdAt.getTime();
  const file = { ownerId: event.ownerId, projectId, taskId, sizeBytes, sha256, writtenOn };
  rows.documents.set(documentId, { ...file, createdAt, format: null, partCount: null });
}

export function documentRead(rows: ReplayedRows, { data }: LoggedEventOf<'document_read'>): void {
  const document = rows.documents.get(data.documentId);
  if (!document) return;
  document.format = data.format;
  document.partCount = data.partCount;
}

export function documentRemoved(
  rows: ReplayedRows,
  { data }: LoggedEventOf<'document_removed'>,
): void {
  rows.documents.delete(data.documentId);
}

export function reportWritten(rows: ReplayedRows, event: LoggedEventOf<'report_written'>): void {
  const { projectId, agent, reportId, engine } = event.data;
  const { ownerId, taskId } = event;
  rows.reports.set(reportId, { ownerId, projectId, agent, engine, taskId });
}
