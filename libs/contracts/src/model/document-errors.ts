import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the documents of projects. */
export const DOCUMENT_ERRORS = {
  document_missing: {
    status: 400,
    retryable: false,
    title: 'The upload has no document',
    nextAction: 'Send multipart/form-data with one part named `file`.',
  },
  document_unreadable: {
    status: 422,
    retryable: false,
    title: 'The document is damaged or has a format that cannot be read',
    nextAction: 'Save it again as text, Markdown, CSV, XLSX or PDF, and upload that file.',
  },
  document_encrypted: {
    status: 422,
    retryable: false,
    title: 'The document is protected with a password',
    nextAction: 'Save it without a password, and upload that file.',
  },
  document_empty: {
    status: 422,
    retryable: false,
    title: 'The document has no text',
    nextAction: 'Check the file. Give a scanned document a text layer (OCR) before the upload.',
  },
  document_too_large: {
    status: 413,
    retryable: false,
    title: 'The document is over the size limit',
    nextAction:
      'Split the document, or raise AFTERWORD_DOCUMENT_MAX_MEBIBYTES; for a workbook that unpacks to more, AFTERWORD_DOCUMENT_MEMORY_MEBIBYTES.',
  },
  document_reading_stalled: {
    status: 422,
    retryable: false,
    title: 'Reading the document went over its limit of time or memory',
    nextAction: 'Split the document, or save it in a simpler format such as CSV or text.',
  },
  document_bytes_missing: {
    status: 500,
    retryable: false,
    title: 'The bytes of the document are gone from the blob store',
    nextAction: 'Restore the blob folder from a backup, or upload the document again.',
  },
  document_reading_failed: {
    status: 500,
    retryable: true,
    title: 'The program that reads documents ended unexpectedly',
    nextAction: 'Retry the task. If it fails again, save the document in another format.',
  },
} as const satisfies Record<string, ErrorDefinition>;
