import type { Database } from '../database/database.ts';
import { ErasuresRepository } from './erasures.repository.ts';
import { OwnerEraser } from './owner-eraser.ts';
import { OwnerFiles } from './owner-files.ts';

/** Creates the repositories of erasures, which opens no connection. */
export function erasureRepositories(db: Database) {
  return {
    erasures: new ErasuresRepository(db),
    ownerEraser: new OwnerEraser(db),
    ownerFiles: new OwnerFiles(db),
  };
}
