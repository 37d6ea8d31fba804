import type { ByteRange } from '#store';

/** What a `Range` header requests. */
export type RangeRequest =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

const WHOLE: RangeRequest = { kind: 'whole' };
const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * Parses a `Range` header (RFC 9110, section 14). A single byte range is supported. Multiple
 * ranges, other units and malformed headers request the whole representation, as the RFC allows.
 * @param header value of the header
 * @param sizeBytes size of the representation, in bytes
 */
export function parseRange(header: string | undefined, sizeBytes: number): RangeRequest {
  const [, first = '', last = ''] = SINGLE_RANGE.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === '' && last === '') return WHOLE;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return WHOLE;
  return start < sizeBytes && start <= end
    ? { kind: 'part', range: { start, end } }
    : { kind: 'unsatisfiable' };
}
