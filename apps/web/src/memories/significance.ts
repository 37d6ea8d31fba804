import type { Memory } from '../api/types.ts';

/** Names of the scores 0 to 3. */
export const SIGNIFICANCE_NAMES = ['Trivial', 'Minor', 'Notable', 'Pivotal'] as const;

/** The name of a memory's significance. */
export function significanceName(significance: Memory['significance']): string {
  return significance === null ? 'Not weighed yet' : SIGNIFICANCE_NAMES[significance];
}
