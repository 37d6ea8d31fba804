import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../../../test/support/temporary-folder.ts';
import { findPrograms } from './postgres-programs.ts';

describe('the PostgreSQL programs for backups', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder('programs');
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function install(name: string, dumps: string, restores: string = dumps): Promise<string> {
    const bin = path.join(folder, name);
    await mkdir(bin);
    for (const [program, version] of [
      ['pg_dump', dumps],
      ['pg_restore', restores],
    ] as const) {
      const file = path.join(bin, program);
      await writeFile(file, `#!/bin/sh\necho "${program} (PostgreSQL) ${version}"\n`);
      await chmod(file, 0o755);
    }
    return bin;
  }
  const find = (own: string | null, onPath: readonly string[], serverVersion = '18.4') =>
    findPrograms({ folder: own, serverVersion, searchPath: onPath.join(path.delimiter) });

  it('are those of the configured folder', async () => {
    const own = await install('own', '18.6');
    const other = await install('other', '19.1');
    expect(await find(own, [other])).toEqual({
      pgDump: path.join(own, 'pg_dump'),
      pgRestore: path.join(own, 'pg_restore'),
      version: '18.6',
    });
  });

  it('are the first ones on PATH that fit, also behind older ones', async () => {
    const old = await install('old', '15.18 (Debian 15.18-0+deb12u1)');
    const fitting = await install('fitting', '19beta1');
    const { pgDump, version } = await find(old, ['', old, '/nowhere', fitting]);
    expect({ pgDump, version }).toEqual({
      pgDump: path.join(fitting, 'pg_dump'),
      version: '19beta1',
    });
  });

  it('may be of an older minor version than the server', async () => {
    expect((await find(await install('own', '18.1'), [])).version).toBe('18.1');
  });

  it('are looked for on PATH', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = `${await install('fitting', '18.2')}${path.delimiter}${before}`;
    const found = await findPrograms({ folder: null, serverVersion: '18.4' });
    process.env['PATH'] = before;
    expect(found.pgDump).toBe(path.join(folder, 'fitting', 'pg_dump'));
  });

  it('must both fit', async () => {
    const half = await install('half', '18.4', '17.9');
    await expect(find(half, [])).rejects.toMatchObject({ code: 'backup_tools_missing' });
  });

  it('are missing with a sentence that says what was found and what is needed', async () => {
    const old = await install('old', '15.18 (Debian)');
    const broken = path.join(folder, 'broken');
    await mkdir(broken);
    await expect(find(broken, [old], '18.4')).rejects.toMatchObject({
      code: 'backup_tools_missing',
      message: `The server is PostgreSQL 18.4, so backups need pg_dump and pg_restore 18 or newer; found: 15.18 in ${old}.`,
      retryable: false,
    });
    await expect(find(null, [])).rejects.toThrow('there are none');
  });
});
