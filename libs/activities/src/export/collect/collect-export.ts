import { EXPORT_FILES } from '#contracts/export';
import { exportReadme, safeName } from '#domain';
import type { ExportSnapshot } from '#store';
import type { CollectedExport, CollectedFile } from './collected-export.schema.ts';
import { CollectedFiles } from './collected-files.ts';
import { collectConversation, collectMemories, type Collecting } from './collect-conversation.ts';
import { exportedGlossary, languageSet } from './conversation-lines.ts';
import { collectProject } from './collect-project.ts';
import { firstOf, jsonLines, mapped } from './json-text.ts';
import { eventLine } from './project-lines.ts';
import { Tally } from './tally.ts';

/**
 * Reads everything that an export contains into files.
 * @param folder an empty folder for them
 */
export async function collectExport(
  snapshot: ExportSnapshot,
  folder: string,
  signal: AbortSignal,
): Promise<CollectedExport> {
  const { scope, ownerId, takenAt } = snapshot;
  const files = new CollectedFiles(folder, signal);
  const collecting = { snapshot, files, tally: new Tally() };
  await files.text(EXPORT_FILES.readme, [exportReadme(scope)]);
  const projects = await projectsOf(collecting);
  const conversations = await conversationsOf(collecting);
  await collectMemories(collecting, snapshot.looseMemories(), '');
  await eventsOf(collecting);
  const { title = ownerId } = (scope.kind === 'project' ? projects : conversations)[0] ?? {};
  const ownerSettings = await snapshot.ownerSettings();
  const ownerGlossary = await snapshot.ownerGlossary();
  return {
    ...{ scope, ownerId, takenAt: takenAt.toISOString() },
    ...(ownerSettings ? { ownerSettings: settingsLine(ownerSettings) } : {}),
    ...(ownerGlossary ? { ownerGlossary: exportedGlossary(ownerGlossary) } : {}),
    title: scope.kind === 'owner' ? ownerId : title,
    counts: collecting.tally.counts,
    conversations: conversations.map(folderOf),
    projects: projects.map(folderOf),
    files: files.files.sort(byPath),
  };
}

type OwnerSettings = NonNullable<Awaited<ReturnType<ExportSnapshot['ownerSettings']>>>;

function settingsLine(set: OwnerSettings): CollectedExport['ownerSettings'] {
  const { scoring, voiceProfiles } = set;
  return { scoring, voiceProfiles, ...languageSet(set) };
}

/** A conversation or project and its folder in the export. */
interface TitledFolder {
  readonly id: string;
  readonly folder: string;
  readonly title: string;
}

async function conversationsOf(collecting: Collecting): Promise<readonly TitledFolder[]> {
  const folders: TitledFolder[] = [];
  for await (const conversation of collecting.snapshot.conversations()) {
    const { id, title } = conversation;
    const folder = `conversations/${folderName(title, id)}`;
    collecting.tally.add('conversations');
    await collectConversation(collecting, conversation, folder);
    folders.push({ id, title, folder });
  }
  return folders;
}

async function projectsOf(collecting: Collecting): Promise<readonly TitledFolder[]> {
  const folders: TitledFolder[] = [];
  for await (const project of collecting.snapshot.projects()) {
    const { id, name: title } = project;
    const folder = `projects/${folderName(title, id)}`;
    collecting.tally.add('projects');
    await collectProject(collecting, project, folder);
    folders.push({ id, title, folder });
  }
  return folders;
}

async function eventsOf({ snapshot, files, tally }: Collecting): Promise<void> {
  const found = await firstOf(snapshot.events());
  if (found === null) return;
  const lines = mapped(found, (event) => {
    tally.add('events');
    return eventLine(event);
  });
  await files.text(EXPORT_FILES.events, jsonLines(lines));
}

/** Readable and unique; nothing of the title is left when no file system could have it. */
function folderName(title: string, id: string): string {
  const name = safeName(title, '');
  return name === '' ? id : `${name} ${id}`;
}

function folderOf({ id, folder }: TitledFolder) {
  return { id, folder };
}

/** What people read comes first, then by path, by code unit and so the same everywhere. */
function byPath(one: CollectedFile, other: CollectedFile): number {
  const rank = ({ path }: CollectedFile) => (path === EXPORT_FILES.readme ? 0 : 1);
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return one.path < other.path ? -1 : 1;
}
