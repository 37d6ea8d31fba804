import { placeAt, placeOfSegment, placeOfTurn, type TranscriptPlace } from './place.ts';
import type { TimelineEntry } from './timeline.ts';

const SECOND_MS = 1000;
/** Seconds, or minutes and seconds, or hours, minutes and seconds. */
const MOMENT = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,7}(?:\.\d{1,3})?)s?$/;

/**
 * Reads a moment of a link, such as `192`, `192.5`, `3:12` or `1:02:03`.
 *
 * @returns Milliseconds from the start of the conversation; null when it is none.
 */
export function momentMs(text: string): number | null {
  const found = MOMENT.exec(text);
  if (found === null) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Math.round(((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND_MS);
}

/**
 * The fragment of a link to a segment. It has the moment as well, because a recording that is
 * transcribed again has other segments.
 *
 * @param atMs - Milliseconds from the start of the conversation; null in a turn without times.
 */
export function segmentHash(segmentId: string, atMs: number | null): string {
  return atMs === null ? `#${segmentId}` : `#${segmentId}&t=${atMs / SECOND_MS}`;
}

/**
 * The place that an address names: `#seg_…`, `#trn_…`, `#t=192` or `?t=192`, also several joined with
 * `&`. The first that the transcript has counts.
 *
 * @param hash - With its `#`; empty for none.
 * @param t - The value of the parameter `t`; null for none.
 * @returns Null when the address names nothing that is there.
 */
export function linkedPlace(
  { hash, t }: { readonly hash: string; readonly t: string | null },
  timeline: readonly TimelineEntry[],
): TranscriptPlace | null {
  const parts = hash.replace(/^#/, '').split('&');
  for (const part of [...parts, ...(t === null ? [] : [`t=${t}`])]) {
    const place = placeNamed(part, timeline);
    if (place !== null) return place;
  }
  return null;
}

/** Whether an address names a place, which may be there or not. */
export function namesPlace({ hash, t }: { readonly hash: string; readonly t: string | null }) {
  return t !== null || /^#(?:.*&)?(?:seg_|trn_|t=)/.test(hash);
}

function placeNamed(part: string, timeline: readonly TimelineEntry[]): TranscriptPlace | null {
  if (!part.startsWith('t=')) return placeOfSegment(timeline, part) ?? placeOfTurn(timeline, part);
  const atMs = momentMs(part.slice('t='.length));
  return atMs === null ? null : placeAt(timeline, atMs);
}
