import { Injectable } from '@nestjs/common';
import type { DocumentPage, DocumentPartPage, PageQuery, ProjectDocument } from '#contracts/api';
import { DocumentsRepository, ProjectsRepository, type DocumentRecord } from '#store';
import { AppError } from '#platform';
import { toDocument, toDocumentPart } from './document-view.ts';

/** Documents as the API shows them, and the operations on them. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly documents: DocumentsRepository,
  ) {}

  /** @throws AppError `not_found` */
  async list(projectId: string, query: PageQuery): Promise<DocumentPage> {
    await this.projects.mustExist(projectId);
    const page = await this.documents.list(projectId, query);
    return { items: page.items.map(toDocument), nextCursor: page.nextCursor };
  }

  /** @throws AppError `not_found` */
  async find(projectId: string, id: string): Promise<ProjectDocument> {
    return toDocument(await this.record(projectId, id));
  }

  /** The same as it is stored. @throws AppError `not_found` */
  record(projectId: string, id: string): Promise<DocumentRecord> {
    return this.documents.find(projectId, id);
  }

  /**
   * What was read of a document, in its order.
   * @throws AppError `not_found`
   */
  async parts(projectId: string, id: string, query: PageQuery): Promise<DocumentPartPage> {
    const { limit, cursor } = query;
    await this.record(projectId, id);
    const parts = await this.documents.parts(id, lastPart(cursor), limit + 1);
    const items = parts.slice(0, limit).map(toDocumentPart);
    const last = items.at(-1);
    return { items, nextCursor: parts.length > limit && last ? String(last.part) : null };
  }
}

/** Index of the last part of the previous page; -1 for the first page. */
function lastPart(cursor: string | undefined): number {
  if (cursor === undefined) return -1;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new AppError('cursor_invalid', 'The cursor is not one of this list.');
}
