import type { DocumentPart, ProjectDocument } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const DOCUMENT_EXAMPLE: ProjectDocument = {
  id: EXAMPLE.documentId,
  projectId: EXAMPLE.projectId,
  fileName: 'offers.csv',
  format: 'csv',
  sizeBytes: 2_418,
  sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
  writtenOn: '2026-11-20',
  state: 'read',
  errorCode: null,
  partCount: 12,
  taskId: EXAMPLE.readingTaskId,
  createdAt: '2026-11-22T09:30:20.000Z',
};

export const PART_EXAMPLE: DocumentPart = {
  part: 3,
  place: { row: 5 },
  text: 'Item: Chairs · Amount: 1,200.00 €',
  cells: [
    { column: 'Item', text: 'Chairs' },
    { column: 'Amount', text: '1,200.00 €' },
  ],
};
