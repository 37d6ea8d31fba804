import { formatMoment } from '../shared/moments.ts';

/**
 * Says why a recording cannot be played any more.
 *
 * @param removedAt - When a rule of retention has removed it, in ISO 8601.
 */
export function removedInWords(removedAt: string): string {
  return `This recording was removed on ${formatMoment(removedAt)}, by a rule of retention.`;
}
