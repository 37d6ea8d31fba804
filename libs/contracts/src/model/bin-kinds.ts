/** Kinds of things that can be deleted and restored. */
export const BIN_KINDS = [
  'conversation',
  'exchange',
  'clip',
  'memory',
  'document',
  'project',
] as const;
export type BinKind = (typeof BIN_KINDS)[number];
