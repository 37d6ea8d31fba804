import type { SegmentCorrection } from './corrections/corrections.repository.ts';

/** A correction that replaces all of a segment's text; `null` leaves it as it is. */
export function correctedTo(
  { segmentId, raw }: { readonly segmentId: string; readonly raw: string },
  after: string | null,
): SegmentCorrection {
  if (after === null || after === raw) return { segmentId, raw, spans: [] };
  const place = { start: 0, end: raw.length, before: raw, after };
  return { segmentId, raw, spans: [{ ...place, outcome: 'taken', rule: 'spelling' }] };
}
