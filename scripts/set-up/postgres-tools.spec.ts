import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { findPostgresTools, fits, postgresTools } from './postgres-tools.mjs';

describe('the PostgreSQL programs of set-up', () => {
  const before = { ...process.env };
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder('postgres-tools');
    process.env['AFTERWORD_BACKUP_TOOLS_FOLDER'] = '';
  });
  afterEach(async () => {
    process.env['PATH'] = before['PATH'];
    process.env['AFTERWORD_BACKUP_TOOLS_FOLDER'] = before['AFTERWORD_BACKUP_TOOLS_FOLDER'] ?? '';
    await rm(folder, { recursive: true });
  });

  /** A folder with programs of PostgreSQL that print their version. */
  async function programs(versions: Readonly<Record<string, string>>): Promise<string> {
    const bin = path.join(folder, Object.values(versions).join('-'));
    await mkdir(bin);
    for (const [name, version] of Object.entries(versions)) {
      await writeFile(path.join(bin, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`);
      await chmod(path.join(bin, name), 0o755);
    }
    return bin;
  }

  it('fit when both are there, as new as the built-in server', async () => {
    expect(fits(await programs({ pg_dump: '18.1', pg_restore: '18.2' }))).toBe(true);
    expect(fits(await programs({ pg_dump: '19beta1', pg_restore: '19beta1' }))).toBe(true);
    expect(fits(await programs({ pg_dump: '18.3' }))).toBe(false);
    expect(fits(await programs({ pg_dump: '18.4', pg_restore: '17.9 (Debian)' }))).toBe(false);
    expect(fits(path.join(folder, 'nowhere'))).toBe(false);
  });

  it('are those on PATH, wherever on it, if they fit', async () => {
    const old = await programs({ pg_dump: '15.18', pg_restore: '15.18' });
    const fitting = await programs({ pg_dump: '18.4', pg_restore: '18.4' });
    process.env['PATH'] = [old, fitting, '/bin'].join(path.delimiter);
    expect(postgresTools.isDone()).toBe(true);
    expect(findPostgresTools()).toBeNull();
  });

  it('are the configured ones before all others', async () => {
    const fitting = await programs({ pg_dump: '18.4', pg_restore: '18.4' });
    process.env['PATH'] = [fitting, '/bin'].join(path.delimiter);
    process.env['AFTERWORD_BACKUP_TOOLS_FOLDER'] = '/opt/own';
    expect(postgresTools.isDone()).toBe(true);
    expect(findPostgresTools()).toBe('/opt/own');
  });
});
