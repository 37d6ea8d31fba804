export { cellAt } from './cell-at.ts';
export type { DocumentLimits } from './limits.ts';
export { readDocument, type DocumentFile, type ReadDocument } from './read-document.ts';
