import type { ProjectDocument, Project, Task } from '#contracts/api';
import type { ApiClient } from './api-client.ts';

/** Creates a project in euros that holds no conversation. */
export function createProject(api: ApiClient, name = 'Summer festival'): Promise<Project> {
  return api.send('POST', '/projects', { name, currency: 'EUR' });
}

/** Adds a conversation of typed turns to a project. @param said one turn each, all of Ada */
export async function converse(
  api: ApiClient,
  projectId: string,
  ...said: readonly string[]
): Promise<string> {
  const { id } = await api.createConversation('Planning', { projectId });
  if (said.length > 0) await api.say(id, ...said.map((text) => ({ speaker: 'Ada', text })));
  return id;
}

/** Makes a report, and waits until it is there. */
export async function makeReport(
  api: ApiClient,
  projectId: string,
  agent = 'financial',
): Promise<Task> {
  const task = await api.send<Task>('POST', `/projects/${projectId}/reports`, { agent });
  return api.until(task.id, 'completed');
}

/** Uploads a document to a project, and waits until it is read. */
export async function addDocument(
  api: ApiClient,
  projectId: string,
  { fileName, text }: { readonly fileName: string; readonly text: string },
): Promise<ProjectDocument> {
  const form = new FormData();
  form.append('file', new Blob([text]), fileName);
  const route = `/projects/${projectId}/documents`;
  const document = await api.json<ProjectDocument>(route, { method: 'POST', body: form });
  await api.until(document.taskId, 'completed');
  return document;
}
