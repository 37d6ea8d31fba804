import { NO_IMPORT_COUNTS, type ImportCounts } from '#contracts/model';
import type { ImportedPlace } from '#store';

/** Counts what an import has added, also before its worker was killed. */
export class ImportTally {
  private current = NO_IMPORT_COUNTS;

  get counts(): ImportCounts {
    return this.current;
  }

  /** @param added what it adds, unless the owner had it before */
  add(state: ImportedPlace['state'], added: Partial<ImportCounts>): void {
    const counted: Partial<ImportCounts> = isPresent(state) ? { alreadyThere: 1 } : added;
    const sum = { ...this.current };
    for (const name of NAMES) sum[name] += counted[name] ?? 0;
    this.current = sum;
  }
}

/** Whether the owner had something before, also in the bin; it is left as it is. */
export function isPresent(state: ImportedPlace['state']): boolean {
  return state === 'there' || state === 'binned';
}

const NAMES = [
  'conversations',
  'projects',
  'clips',
  'documents',
  'memories',
  'alreadyThere',
] as const satisfies readonly (keyof ImportCounts)[];
