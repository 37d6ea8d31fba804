import { z } from 'zod';
import { EXPORT_FORMAT, EXPORT_FORMAT_VERSION } from './format.ts';

/** The fields with which each JSON file of an export begins. */
export function headOf<Kind extends string>(kind: Kind) {
  return {
    format: z.literal(EXPORT_FORMAT),
    formatVersion: z.literal(EXPORT_FORMAT_VERSION),
    kind: z.literal(kind),
  };
}
