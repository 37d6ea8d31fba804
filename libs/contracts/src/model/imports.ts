/** What can be imported: an export of this product, or a transcript that another one has made. */
export const IMPORT_FORMATS = ['export', 'srt', 'vtt', 'txt', 'whisper_json'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** How much an import has added. */
export interface ImportCounts {
  readonly conversations: number;
  readonly projects: number;
  readonly clips: number;
  readonly documents: number;
  readonly memories: number;
  /** Conversations, projects, documents and memories that were there already. */
  readonly alreadyThere: number;
}

/** Nothing was added. */
export const NO_IMPORT_COUNTS: ImportCounts = {
  ...{ conversations: 0, projects: 0, clips: 0, documents: 0, memories: 0 },
  alreadyThere: 0,
};
