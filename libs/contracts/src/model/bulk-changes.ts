/** What can be done with many things at once. */
export const BULK_ACTIONS = ['delete', 'restore', 'archive', 'unarchive'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/**
 * Which things a bulk change is about: those with the ids; the conversations that a list shows; or
 * what is in the bin.
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
    };
