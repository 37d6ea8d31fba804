import type { FactDraft } from '#contracts/model';

/** A draft that was found in its source. Positions are characters of its line. */
export interface FoundDraft extends FactDraft {
  readonly start: number;
  readonly end: number;
  /** The words of the value; `null` when there is none. */
  readonly valueAt: { readonly start: number; readonly end: number } | null;
}
