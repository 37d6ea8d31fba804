import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RandomLife } from '../../../backups/src/random-life.fixture.ts';
import { ExportingInstallation } from '../export/furnished.fixture.ts';
import { checkedProjections } from './checked-projections.fixture.ts';
import { comparableExport } from './comparable-export.fixture.ts';
import { ImportingInstallation } from './importing.fixture.ts';

const CHANGES = 250;
/** These list facts in the order of their ids, which differ. */
const OF_FACTS = /(?:facts|decisions|reports)\.jsonl$/;

describe('an export of random work', () => {
  let here: ExportingInstallation;
  let there: ExportingInstallation;
  beforeEach(async () => {
    here = await ExportingInstallation.open();
    there = await ExportingInstallation.open();
  });
  afterEach(async () => {
    await here.close();
    await there.close();
  });

  /** Its recordings have no bytes, and its tasks are open, failed or cancelled. */
  async function comparable(file: string): Promise<readonly (readonly [string, string])[]> {
    const files = [...(await comparableExport(file))].filter(([path]) => !OF_FACTS.test(path));
    return files.map(([path, text]) => [
      path,
      text.replaceAll(/"sha256":"[0-9a-f]{64}"/g, '').replace(/^complete: \w+$/m, ''),
    ]);
  }
  const ownersOf = async ({ store }: ExportingInstallation) =>
    (await store.rows('SELECT DISTINCT owner_id AS id FROM conversations')).map(({ id }) =>
      String(id),
    );

  it.each([1, 2, 3])('is imported as it was, and once (seed %i)', async (seed) => {
    await new RandomLife(here.store, seed).go(CHANGES);
    await here.store.rows(`UPDATE segments SET language = 'it' WHERE position % 2 = 0`);
    const importing = ImportingInstallation.of(there);
    const owners = await ownersOf(here);
    expect(owners.length).toBeGreaterThan(1);
    for (const id of owners) {
      const file = await here.export({ kind: 'owner', id });
      const bytes = await readFile(file);
      const done = await importing.import(bytes, { ownerId: id });
      expect(done.task.state).toBe('completed');
      const again = await importing.import(bytes, { ownerId: id });
      expect(again.result?.counts).toMatchObject({ conversations: 0, projects: 0, memories: 0 });
      expect(await comparable(await there.export({ kind: 'owner', id }))).toEqual(
        await comparable(file),
      );
    }
    expect(await there.store.count('segments', `language = 'it'`)).toBeGreaterThan(0);
    expect(await checkedProjections(there.store)).toEqual([]);
  });
});
