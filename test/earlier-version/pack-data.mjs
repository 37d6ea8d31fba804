import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { constants, zstdCompressSync } from 'node:zlib';

/** The log of the database begins with the last checkpoint. */
export async function shrinkDatabase({ databaseAdministrator, checkout }) {
  const { Client } = createRequire(path.join(checkout, 'package.json'))('pg');
  const client = new Client({ connectionString: databaseAdministrator });
  await client.connect();
  // Segments that the log has left behind go, instead of being used again.
  await client.query('ALTER SYSTEM SET wal_recycle = off');
  await client.query('SELECT pg_reload_conf()');
  await client.query('SELECT pg_switch_wal()');
  await client.query('CHECKPOINT');
  await client.query('ALTER SYSTEM RESET wal_recycle');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

/** Packs the data folder of a product that was stopped. */
export function packData(dataFolder, file) {
  const temporal = new DatabaseSync(path.join(dataFolder, 'temporal/temporal.db'), {
    // Its schema has such.
    enableDoubleQuotedStringLiterals: true,
  });
  temporal.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM;');
  temporal.close();
  // Made anew by each start; they name this machine.
  for (const gone of ['logs', 'run', 'postgresql/postmaster.opts']) {
    rmSync(path.join(dataFolder, gone), { recursive: true, force: true });
  }
  const neutral = ['--owner=0', '--group=0', '--numeric-owner', '--mtime=2000-01-01T00:00Z'];
  const content = readdirSync(dataFolder).sort();
  const options = ['--create', '--sort=name', ...neutral, '-C', dataFolder, ...content];
  const tar = execFileSync('tar', options, { maxBuffer: 2 ** 30 });
  const { ZSTD_c_compressionLevel, ZSTD_c_windowLog } = constants;
  // PostgreSQL's template databases are copies of one another, megabytes apart.
  const params = { [ZSTD_c_compressionLevel]: 19, [ZSTD_c_windowLog]: 27 };
  writeFileSync(file, zstdCompressSync(tar, { params }));
}
