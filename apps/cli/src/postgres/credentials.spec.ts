import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { loadCredentials } from './credentials.ts';

const PERMISSIONS = 0o777;

describe('the passwords of the built-in PostgreSQL', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder('credentials');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are made once for each data folder, and differ', async () => {
    const first = loadCredentials(folder);
    expect(loadCredentials(folder)).toEqual(first);
    expect(first.admin).not.toBe(first.afterword);
    expect(first.admin.length).toBeGreaterThanOrEqual(32);
    const other = path.join(folder, 'other');
    expect(loadCredentials(other).afterword).not.toBe(first.afterword);
  });

  it('can be read only by the user that runs Afterword', () => {
    loadCredentials(folder);
    const modes = ['secrets', 'secrets/database.json'].map(
      (name) => statSync(path.join(folder, name)).mode & PERMISSIONS,
    );
    expect(modes).toEqual([0o700, 0o600]);
  });
});
