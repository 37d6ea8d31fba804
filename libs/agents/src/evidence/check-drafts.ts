import type { DropCounts, FactDraft, FactReader, Passage, ReadingContext } from '#contracts/model';

/** A draft that was found in its source. Positions are characters of its line. */
export interface FoundDraft extends FactDraft {
  readonly start: number;
  readonly end: number;
  /** The words of the value; `null` when there is none. */
  readonly valueAt: { readonly start: number; readonly end: number } | null;
}

/**
 * Takes the drafts of any engine whose quote is in its line, and whose value, date and people are
 * in the quote; nothing that an engine has made up passes.
 */
export function checkDrafts(
  _drafts: readonly FactDraft[],
  _passage: Passage,
  _context: ReadingContext,
  _reader: FactReader,
): { readonly found: readonly FoundDraft[]; readonly dropped: DropCounts } {
  return { found: [], dropped: {} };
}
