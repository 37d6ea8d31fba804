import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What a scratch database is for. */
export type ScratchPurpose = 'verify' | 'restore' | 'replaced';

/** The comment on a scratch database: whose it is, and what for. */
const markSchema = z.object({
  afterword: z.literal('scratch'),
  /** Name of the installation's own database. */
  installation: z.string(),
  /** The run that uses it: a backup or a task. */
  run: z.string(),
  purpose: z.string(),
  createdAt: z.string(),
});
type Mark = z.output<typeof markSchema>;

/** A mark as the comment of a database. */
export function writtenMark(installation: string, run: string, purpose: ScratchPurpose): string {
  const createdAt = new Date().toISOString();
  return JSON.stringify({
    afterword: 'scratch',
    installation,
    run,
    purpose,
    createdAt,
  } satisfies Mark);
}

/** Reads the comment of a database; `null` when it is no mark. */
export function readMark(comment: string | null): Mark | null {
  try {
    return markSchema.parse(JSON.parse(comment ?? ''));
  } catch {
    return null;
  }
}

/** Names of scratch databases of an installation begin so. Two installations may share a server. */
export function scratchPrefix(installation: string): string {
  const hash = createHash('sha256').update(installation).digest('hex').slice(0, 8);
  return `afterword_scratch_${hash}_`;
}

/** PostgreSQL cuts off longer names, and the id of a run must be found again in the name. */
const RUN_PATTERN = /^[A-Za-z0-9_]{1,36}$/;

/**
 * Name of the scratch database of a run.
 * @param run id such as `bkp_01J…`
 * @throws RangeError when it is no id
 */
export function scratchName(installation: string, run: string): string {
  if (!RUN_PATTERN.test(run)) throw new RangeError(`${run} is no id of a run`);
  return `${scratchPrefix(installation)}${run.toLowerCase()}`;
}

/** Names of databases that a restore has replaced begin so. No sweep of scratch databases finds them. */
export function replacedPrefix(installation: string): string {
  return scratchPrefix(installation).replace('_scratch_', '_before_');
}

/**
 * Name of the installation's own database once a run has replaced it.
 * @throws RangeError when the run is no id
 */
export function replacedName(installation: string, run: string): string {
  return scratchName(installation, run).replace(
    scratchPrefix(installation),
    replacedPrefix(installation),
  );
}
