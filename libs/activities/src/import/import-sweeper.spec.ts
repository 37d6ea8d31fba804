import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runOf } from '../../../store/src/store.fixture.ts';
import { ImportingInstallation } from './importing.fixture.ts';
import { ImportSweeper } from './import-sweeper.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('the sweeper of imports', () => {
  let installation: ImportingInstallation;
  beforeEach(async () => {
    installation = await ImportingInstallation.open();
  });
  afterEach(() => installation.close());

  const sweep = () => {
    const { imports } = installation.store.repositories;
    return new ImportSweeper(imports, installation.files, DAY_MS).sweep();
  };
  /** Uploads a file some days ago. */
  const uploaded = async (text: string) => {
    const record = await installation.upload(text);
    const file = await installation.files.localPath(record.sha256);
    const before = new Date(Date.now() - 3 * DAY_MS);
    await utimes(file, before, before);
    await installation.store.rows('UPDATE imports SET created_at = $2 WHERE id = $1', [
      record.id,
      before,
    ]);
    return { record, file };
  };

  it('keeps what is still to be imported, however old it is', async () => {
    const { file } = await uploaded('Ada: Waiting.');
    expect(await sweep()).toBe(0);
    expect(existsSync(file)).toBe(true);
  });

  it('removes imports that have ended long ago, with their files', async () => {
    const { record, file } = await uploaded('Ada: Failed.');
    await installation.store.repositories.tasks.end(runOf(record.task), { state: 'cancelled' });
    expect(await sweep()).toBe(2);
    expect(existsSync(file)).toBe(false);
    expect(await installation.store.count('imports')).toBe(0);
  });

  it('leaves a file that another import needs', async () => {
    const { record, file } = await uploaded('Ada: Twice.');
    const { imports } = installation.store.repositories;
    await imports.request({ ...record, title: 'Again' }, null, () => Promise.resolve());
    await installation.check(record);
    await installation.storeAll(record);
    expect(existsSync(file)).toBe(true);
    await sweep();
    expect(existsSync(file)).toBe(true);
  });
});
