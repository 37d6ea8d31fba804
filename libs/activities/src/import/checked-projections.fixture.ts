import { rm } from 'node:fs/promises';
import { ProjectionCheck, SnapshotFolder } from '#backups';
import type { Difference } from '#domain';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import type { TestStore } from '../../../store/src/store.fixture.ts';

/** What differs between the rows and what the change log says of them. */
export async function checkedProjections(store: TestStore): Promise<readonly unknown[]> {
  const folder = await temporaryFolder('snapshots');
  const found: Difference[] = [];
  const onDifference = (each: Difference) => found.push(each);
  const check = new ProjectionCheck(store.repositories.projections, new SnapshotFolder(folder));
  const { faults } = await check.run({ fromBeginning: true, onDifference });
  await rm(folder, { recursive: true, force: true });
  return [...found, ...faults];
}
