import type { FoundDraft } from './found-draft.ts';

/** Equal for drafts that state the same fact with the same words. */
export function sameFactKey({
  line,
  type,
  start,
  end,
  valueAt,
  on,
  who,
  label,
}: FoundDraft): string {
  const place = valueAt === null ? [start, end, label] : [valueAt.start, valueAt.end];
  return JSON.stringify([line, type, place, on?.date, who]);
}
