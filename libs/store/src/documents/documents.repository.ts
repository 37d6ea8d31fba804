import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { dayIn } from '#contracts/model';
import { AppError } from '#platform';
import { holdBlobs } from '../blobs/blob-locks.ts';
import type { Database, Transaction } from '../database/database.ts';
import { claimKey, type IdempotentRequest } from '../database/idempotency.ts';
import { newId } from '../database/ids.ts';
import { toPage, type Page } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { OwnerLedger } from '../owners/owner-ledger.ts';
import { NO_LIMITS, type OwnerLimits } from '../owners/owner-limits.ts';
import { lockProject, type ProjectRecord } from '../projects/lock-project.ts';
import { projectSignal } from '../projects/project-signal.ts';
import { documentParts, documents } from '../schema/index.ts';
import { signalWork } from '../signals/signal-work.ts';
import { taskCreated } from '../tasks/new-task.ts';
import type { DocumentPartRecord, DocumentRecord, NewDocument } from './document.records.ts';

export type {
  DocumentContent,
  DocumentPartRecord,
  DocumentRecord,
  NewDocument,
} from './document.records.ts';

/** A page of a list in the order of creation. */
interface ListQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The documents of projects as the API shows them. */
export class DocumentsRepository {
  constructor(
    private readonly db: Database,
    private readonly limits: OwnerLimits = NO_LIMITS,
  ) {}

  /**
   * Adds a document with the task that reads it, or returns the one that the same request added.
   * @param keepBytes called only if the request is new; when it rejects, nothing is stored
   * @throws AppError `not_found`, `idempotency_key_reused`, `owner_limit_reached`
   */
  async add(
    given: NewDocument,
    request: IdempotentRequest | null,
    keepBytes: () => Promise<void>,
  ): Promise<DocumentRecord> {
    const id = await inTransaction(this.db, async (tx) => {
      const project = await lockProject(tx, given.projectId);
      const ledger = await OwnerLedger.open(tx, this.limits, [project.ownerId]);
      const documentId = newId('document');
      const claim = await claimKey(tx, request, documentId);
      if (claim.kind === 'reused') throw claim.reason;
      if (claim.kind === 'claimedBefore') return claim.subjectId;
      const refusal = ledger.take(project.ownerId, { tasks: 1, bytes: given.sizeBytes });
      if (refusal) throw refusal;
      await holdBlobs(tx, [given.sha256]);
      await keepBytes();
      await insertDocument(tx, project, documentId, given);
      return documentId;
    });
    return this.find(given.projectId, id);
  }

  /** @throws AppError `not_found` */
  async find(projectId: string, id: string): Promise<DocumentRecord> {
    const [row] = await this.db
      .select()
      .from(documents)
      .where(and(eq(documents.projectId, projectId), eq(documents.id, id)));
    if (row) return row;
    throw new AppError('not_found', `There is no document ${id} in the project ${projectId}.`);
  }

  /** A page of the documents of a project, newest first. */
  async list(projectId: string, { cursor, limit }: ListQuery): Promise<Page<DocumentRecord>> {
    const rows = await this.db
      .select()
      .from(documents)
      .where(
        and(
          eq(documents.projectId, projectId),
          cursor === undefined ? undefined : lt(documents.id, cursor),
        ),
      )
      .orderBy(desc(documents.id))
      .limit(limit + 1);
    return toPage(rows, limit);
  }

  /**
   * Consecutive parts of a document.
   * @param after index of the part before the first one; -1 for the beginning
   */
  async parts(id: string, after: number, limit: number): Promise<readonly DocumentPartRecord[]> {
    return this.db
      .select()
      .from(documentParts)
      .where(and(eq(documentParts.documentId, id), gt(documentParts.part, after)))
      .orderBy(asc(documentParts.part))
      .limit(limit);
  }
}

async function insertDocument(
  tx: Transaction,
  project: ProjectRecord,
  documentId: string,
  { fileName, sizeBytes, sha256, writtenOn: given }: NewDocument,
): Promise<void> {
  const { id: projectId, ownerId } = project;
  const taskId = newId('task');
  const createdAt = new Date();
  const writtenOn = given ?? dayIn(project.timeZone, createdAt);
  const file = { sizeBytes, sha256, writtenOn, taskId };
  await tx
    .insert(documents)
    .values({ ...file, id: documentId, projectId, ownerId, fileName, createdAt });
  const added = {
    type: 'document_added',
    ...{ ownerId, conversationId: null, taskId: null },
    idempotencyKey: `document_added:${documentId}`,
    data: { projectId, documentId, ...file },
  } as const;
  const purpose = {
    type: 'document_reading',
    conversationId: null,
    entity: { kind: 'project', id: projectId },
  } as const;
  const reading = taskCreated(purpose, { ownerId, taskId, settings: { documentId } });
  await appendAndApply(tx, [added, reading], createdAt);
  await signalWork(tx, [projectSignal(project)]);
}
