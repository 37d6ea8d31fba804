import { z } from 'zod';

/** The comment on a database whose writers are blocked. */
const markSchema = z.object({
  afterword: z.literal('maintenance'),
  /** The run that blocks them. */
  run: z.string(),
  /** The comment that the database had before. */
  comment: z.string().nullable(),
});
type MaintenanceMark = z.output<typeof markSchema>;

/** A mark as the comment of a database. */
export function maintenanceMark(run: string, comment: string | null): string {
  return JSON.stringify({ afterword: 'maintenance', run, comment } satisfies MaintenanceMark);
}

/** Reads the comment of a database; `null` when it is no mark. */
export function readMaintenanceMark(comment: string | null): MaintenanceMark | null {
  try {
    return markSchema.parse(JSON.parse(comment ?? ''));
  } catch {
    return null;
  }
}
