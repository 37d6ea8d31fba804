import { uploadDocumentSchema, type UploadDocument } from '#contracts/api';
import type { Config } from '#platform';
import type { UploadForm } from '../../http/uploads/upload-form.ts';

/** The form with which a document is uploaded. */
export function documentForm({ documents }: Config): UploadForm<UploadDocument> {
  return {
    noun: 'A document',
    fields: uploadDocumentSchema,
    limitBytes: documents.maxBytes,
    unnamed: 'document',
    errors: {
      missing: 'document_missing',
      empty: 'document_empty',
      tooLarge: 'document_too_large',
    },
  };
}
