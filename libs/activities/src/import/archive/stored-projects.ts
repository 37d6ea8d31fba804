import type { ExportedDocument, ExportManifest } from '#contracts/export';
import type { ImportedPlace, ImportedProjectsRepository } from '#store';
import { readParts, readProject } from './read-project.ts';
import { isPresent } from './import-tally.ts';
import { keepingStaged, type Storing } from './storing.ts';

/** Stores the projects of an archive with their documents. */
export class StoredProjects {
  constructor(
    private readonly projects: ImportedProjectsRepository,
    private readonly storing: Storing,
  ) {}

  /** @returns where the projects are, by their ids where they come from */
  async store({ projects }: ExportManifest): Promise<ReadonlyMap<string, ImportedPlace>> {
    const places = new Map<string, ImportedPlace>();
    for (const { folder } of projects) {
      const { archive, importing, progress, tally } = this.storing;
      progress.signal.throwIfAborted();
      const { project, documents } = await readProject(archive, folder, progress.signal);
      const { id, state } = await this.projects.store(importing, project);
      tally.add(state, { projects: 1 });
      places.set(project.id, { id, state });
      for (const document of documents) {
        if (state === 'binned') tally.add(state, { documents: 1 });
        else await this.storeDocument(id, document);
      }
    }
    return places;
  }

  private async storeDocument(projectId: string, document: ExportedDocument): Promise<void> {
    const { archive, bytes, importing, progress, tally, cited } = this.storing;
    progress.signal.throwIfAborted();
    const before = await this.projects.placeOfDocument(importing, document);
    if (before.state === 'added') cited.found(document.id, before.id);
    if (before.state !== 'new') {
      tally.add(before.state, { documents: 1 });
      return;
    }
    const parts = await readParts(archive, document, progress.signal);
    const { path: _path, partsPath: _partsPath, ...row } = bytes.named(document, importing);
    const staged = await bytes.stage([document], progress);
    const { id, state } = await keepingStaged(staged, (keepAll) =>
      this.projects.storeDocument(importing, { ...row, projectId, parts }, keepAll),
    );
    if (!isPresent(state)) cited.found(document.id, id);
    tally.add(state, { documents: 1 });
  }
}
