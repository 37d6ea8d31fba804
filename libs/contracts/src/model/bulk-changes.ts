/** What can be done with many things at once. */
export const BULK_ACTIONS = [
  ...(['delete', 'restore', 'archive', 'unarchive'] as const),
  ...(['replace', 'undo_replacement'] as const),
  ...(['rename_speaker', 'undo_speaker_rename'] as const),
] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/**
 * Which things a bulk change is about: those with the ids; the conversations that a list shows; what is
 * in the bin; the passages of a replacement; or the conversations of a renaming.
 */
export type BulkSelection =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | {
      readonly kind: 'conversations';
      readonly projectId?: string | undefined;
      /** Words as in the search of the list. */
      readonly search?: string | undefined;
      readonly archived?: boolean | undefined;
    }
  | {
      readonly kind: 'bin';
      /** Only what this task has deleted. */
      readonly deletedBy?: string | undefined;
    }
  /** The passages of a replacement. */
  | { readonly kind: 'replacement'; readonly replacementId: string }
  /** The conversations in which somebody is called otherwise. */
  | { readonly kind: 'speakerRename'; readonly speakerRenameId: string };
