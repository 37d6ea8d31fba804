import type { ExportedProject } from '#contracts/export';
import { holdBlobs } from '../blobs/blob-locks.ts';
import type { Database } from '../database/database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { lockProject } from '../projects/lock-project.ts';
import { projects } from '../schema/index.ts';
import { placeOf } from './imported-place.ts';
import { writeImportedDocument } from './imported-document.ts';
import { writeImportedFacts } from './imported-facts.ts';
import { writeImportedReports } from './imported-reports.ts';
import type {
  ImportedDecision,
  ImportedDocument,
  ImportedFact,
  ImportedPlace,
  ImportedReport,
  Importing,
} from './imported.records.ts';

/** Projects that are imported, and their documents. */
export class ImportedProjectsRepository {
  constructor(private readonly db: Database) {}

  /** Stores a project with its plan, unless the owner has it already. */
  async store(importing: Importing, project: ExportedProject['project']): Promise<ImportedPlace> {
    const { ownerId, taskId } = importing;
    const { id: originId, createdAt: madeAt, currency, timeZone, refresh } = project;
    const createdAt = new Date(madeAt);
    return inTransaction(this.db, async (tx) => {
      const origin = { originId, madeAt: createdAt };
      const { id, state, key } = await placeOf(tx, 'project', importing, origin);
      if (state !== 'new') return { id, state };
      const { name, plan, updatedAt, glossary = [] } = project;
      const { summaryStyle = null, transcriptStyle = null, spokenLanguage = null } = project;
      const styles = { summaryStyle, transcriptStyle, spokenLanguage };
      const words = { name, plan, glossary, ...styles };
      const settings = { currency, timeZone, refresh };
      const times = { createdAt, updatedAt: new Date(updatedAt) };
      await tx.insert(projects).values({ id, ownerId, ...words, ...settings, ...times });
      const event = {
        type: 'project_created',
        ...{ ownerId, conversationId: null, taskId, idempotencyKey: key },
        data: { projectId: id, ...settings, madeAt },
      } as const;
      await appendAndApply(tx, [event]);
      return { id, state };
    });
  }

  /** Where a document is, or is to be; the bytes of one that is there need not be read. */
  async placeOfDocument(
    importing: Importing,
    { id: originId, createdAt }: Pick<ImportedDocument, 'id' | 'createdAt'>,
  ): Promise<ImportedPlace> {
    const origin = { originId, madeAt: new Date(createdAt) };
    return inTransaction(this.db, (tx) => placeOf(tx, 'document', importing, origin));
  }

  /**
   * Stores a document with what was read of it, unless the owner has it already. One that was not
   * read is read after the import.
   * @param keepBytes keeps its bytes; called once they cannot be removed any more
   * @throws AppError `not_found` when its project was removed meanwhile
   */
  async storeDocument(
    importing: Importing,
    document: ImportedDocument,
    keepBytes: () => Promise<void>,
  ): Promise<ImportedPlace> {
    const origin = { originId: document.id, madeAt: new Date(document.createdAt) };
    return inTransaction(this.db, async (tx) => {
      const project = await lockProject(tx, document.projectId);
      const { id, state, key } = await placeOf(tx, 'document', importing, origin);
      if (state !== 'new') return { id, state };
      await holdBlobs(tx, [document.sha256]);
      await keepBytes();
      await writeImportedDocument(tx, importing, { project, document, id, key });
      return { id, state };
    });
  }

  /**
   * Stores facts and decisions about them, unless they are there.
   * @throws AppError `not_found` when the project was removed meanwhile
   */
  async storeFacts(
    importing: Importing,
    projectId: string,
    facts: readonly ImportedFact[],
    decisions: readonly ImportedDecision[],
  ): Promise<void> {
    if (facts.length === 0) return;
    await inTransaction(this.db, async (tx) => {
      await lockProject(tx, projectId);
      await writeImportedFacts(tx, importing, { projectId, facts, decisions });
    });
  }

  /**
   * Stores reports, unless they are there.
   * @throws AppError `not_found` when the project was removed meanwhile
   */
  async storeReports(
    importing: Importing,
    projectId: string,
    reports: readonly ImportedReport[],
  ): Promise<void> {
    await inTransaction(this.db, async (tx) => {
      await lockProject(tx, projectId);
      await writeImportedReports(tx, importing, projectId, reports);
    });
  }
}
