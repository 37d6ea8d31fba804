/** Kinds of what an erasure counts. */
export const ERASED_KINDS = [
  'conversations',
  'turns',
  'clips',
  'memories',
  'projects',
  'documents',
  'reports',
  'exports',
  'imports',
  'tasks',
  'events',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** How much of each kind an owner had. Events stay, without words and without the name. */
export type ErasureCounts = Readonly<Record<ErasedKind, number>>;

/** `stopped`: no task works on it; it goes on when it is requested again. */
export const ERASURE_STATES = ['running', 'stopped', 'completed'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];
