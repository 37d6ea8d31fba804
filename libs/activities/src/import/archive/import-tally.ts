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
    const counted: Partial<ImportCounts> = state === 'there' ? { alreadyThere: 1 } : added;
    const sum = { ...this.current };
    for (const name of NAMES) sum[name] += counted[name] ?? 0;
    this.current = sum;
  }
}

const NAMES = [
  'conversations',
  'projects',
  'clips',
  'documents',
  'memories',
  'alreadyThere',
] as const satisfies readonly (keyof ImportCounts)[];
