import type { LoggedEvent, LoggedEventOf } from './logged-event.ts';
import { madeAt } from './made-at.ts';
import type { ReplayedProject, ReplayedRows } from './replayed.ts';

/** Events of projects, and results of tasks on them, that change rows. */
const TYPES = [
  'project_created',
  'project_changed',
  'project_deleted',
  'document_added',
  'document_read',
  'document_removed',
  'report_written',
  'report_removed',
] as const satisfies readonly LoggedEvent['type'][];

type ProjectEvent = LoggedEventOf<(typeof TYPES)[number]>;

/** Whether an event is one that {@link applyToProject} applies. */
export function isOfProject(event: LoggedEvent): event is ProjectEvent {
  return TYPES.some((type) => type === event.type);
}

/** Applies an event of a project to the rows that follow from it. */
export function applyToProject(rows: ReplayedRows, event: ProjectEvent): void {
  switch (event.type) {
    case 'project_created':
    case 'project_changed':
      return projectChanged(rows, event);
    case 'project_deleted':
      return projectDeleted(rows, event);
    case 'document_added':
      return documentAdded(rows, event);
    case 'document_read':
      return documentRead(rows, event);
    case 'document_removed':
      return documentRemoved(rows, event);
    case 'report_written':
      return reportWritten(rows, event);
    case 'report_removed':
      return void rows.reports.delete(event.data.reportId);
  }
}

function projectChanged(
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

function newProject(event: LoggedEventOf<'project_created' | 'project_changed'>): ReplayedProject {
  const { ownerId } = event;
  return { ownerId, createdAt: madeAt(event), currency: '', timeZone: '', refresh: '' };
}

/** Its documents and reports go with a project; its conversations have events of their own. */
function projectDeleted(rows: ReplayedRows, { data }: LoggedEventOf<'project_deleted'>): void {
  rows.projects.delete(data.projectId);
  for (const table of [rows.documents, rows.reports]) {
    for (const [id, row] of table) if (row.projectId === data.projectId) table.delete(id);
  }
}

function documentAdded(rows: ReplayedRows, event: LoggedEventOf<'document_added'>): void {
  const { projectId, documentId, taskId, sizeBytes, sha256, writtenOn } = event.data;
  const createdAt = madeAt(event);
  const file = { ownerId: event.ownerId, projectId, taskId, sizeBytes, sha256, writtenOn };
  rows.documents.set(documentId, { ...file, createdAt, format: null, partCount: null });
}

function documentRead(rows: ReplayedRows, { data }: LoggedEventOf<'document_read'>): void {
  const document = rows.documents.get(data.documentId);
  if (!document) return;
  document.format = data.format;
  document.partCount = data.partCount;
}

function documentRemoved(rows: ReplayedRows, { data }: LoggedEventOf<'document_removed'>): void {
  rows.documents.delete(data.documentId);
}

function reportWritten(rows: ReplayedRows, event: LoggedEventOf<'report_written'>): void {
  const { projectId, agent, reportId, engine } = event.data;
  const { ownerId, taskId } = event;
  rows.reports.set(reportId, { ownerId, projectId, agent, engine, taskId });
}
