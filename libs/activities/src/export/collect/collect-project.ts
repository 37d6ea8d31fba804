import { EXPORT_FILES } from '#contracts/export';
import { safeName, UniqueNames } from '#domain';
import type { Collecting } from './collect-conversation.ts';
import type { RowOf } from './conversation-lines.ts';
import { fileHead, firstOf, jsonLines, jsonText, mapped } from './json-text.ts';
import {
  decisionLine,
  documentLine,
  documentPartLine,
  factLine,
  projectFields,
  reportLine,
} from './project-lines.ts';

/**
 * Collects the files of a project; its conversations are collected for themselves.
 * @param folder of the project, in the export
 */
export async function collectProject(
  collecting: Collecting,
  project: RowOf<'projects'>,
  folder: string,
): Promise<void> {
  const { snapshot, files } = collecting;
  const { id } = project;
  const fields = { ...fileHead('project'), project: projectFields(project) };
  await files.text(`${folder}/${EXPORT_FILES.project}`, jsonText(fields));
  await collectDocuments(collecting, id, folder);
  const lists = [
    [EXPORT_FILES.facts, mapped(snapshot.results.facts(id), factLine)],
    [EXPORT_FILES.decisions, mapped(snapshot.results.decisions(id), decisionLine)],
    [EXPORT_FILES.reports, mapped(snapshot.results.reports(id), reportLine)],
  ] as const;
  for (const [name, lines] of lists) {
    const found = await firstOf<unknown>(lines);
    if (found !== null) await files.text(`${folder}/${name}`, jsonLines(found));
  }
}

async function collectDocuments(
  { snapshot, files, tally }: Collecting,
  projectId: string,
  folder: string,
): Promise<void> {
  const names = new UniqueNames();
  const lines: unknown[] = [];
  for await (const document of snapshot.results.documents(projectId)) {
    const path = `documents/${names.take(safeName(document.fileName, document.id))}`;
    const partsPath = document.partCount === null ? null : partsPathOf(names, path);
    tally.add('documents');
    files.blob(`${folder}/${path}`, document);
    if (partsPath !== null) {
      const parts = mapped(snapshot.results.documentParts(document.id), documentPartLine);
      await files.text(`${folder}/${partsPath}`, jsonLines(parts));
    }
    lines.push(documentLine(document, { path, partsPath }));
  }
  if (lines.length === 0) return;
  const text = jsonText(fileHead('documents'), { documents: lines });
  await files.text(`${folder}/${EXPORT_FILES.documents}`, text);
}

function partsPathOf(names: UniqueNames, path: string): string {
  return `documents/${names.take(`${path.slice('documents/'.length)}.parts.jsonl`)}`;
}
