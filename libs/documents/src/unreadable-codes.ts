/** Errors that the file itself causes; the same file fails the same way again. */
export const UNREADABLE_CODES = [
  'document_unreadable',
  'document_encrypted',
  'document_empty',
  'document_too_large',
  'document_reading_stalled',
] as const;
export type UnreadableCode = (typeof UNREADABLE_CODES)[number];
