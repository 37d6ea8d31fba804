import type { ByteRange } from '#store';

/** What a `Range` header asks for. */
export type RangeRequest =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

const WHOLE: RangeRequest = { kind: 'whole' };
const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * Reads a `Range` header (RFC 9110, section 14). One range is served; several at once, another
 * unit or a malformed header are answered with everything, as the RFC allows.
 * @param sizeBytes size of what the range is taken from
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
