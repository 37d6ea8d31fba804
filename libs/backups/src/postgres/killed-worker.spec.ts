import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { stillAlive, treeOf } from '../../../../test/support/process-tree.ts';
import { query } from '../../../../test/support/query.ts';
import { newDatabase, type TestDatabase } from '../../../../test/support/shared-servers.ts';
import { temporaryFolder } from '../../../../test/support/temporary-folder.ts';
import { addSegments, wholeDump } from './postgres.fixture.ts';
import { ScratchDatabases } from './scratch/scratch-databases.ts';

const PROGRAM = path.join(import.meta.dirname, 'waiting-worker.fixture.ts');
const TYPESCRIPT = ['--conditions=afterword-source', '--experimental-transform-types'];

describe('a worker that is killed', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await newDatabase();
    folder = await temporaryFolder('killed-worker');
    // More than pipes and buffers hold, so that no program ends by itself.
    await addSegments(database.url, 2_000);
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('while it dumps leaves no program and no connection behind', async () => {
    await isKilledAt('pg_dump', ['dump', database.url], database.url);
  });

  it('while it restores leaves no program behind, and nothing in the database', async () => {
    const { bytes } = await wholeDump(database.url);
    const half = path.join(folder, 'half.dump');
    await writeFile(half, bytes.subarray(0, bytes.length / 2));
    await new ScratchDatabases(database.url).use('killed', 'verify', async ({ url }) => {
      await isKilledAt('pg_restore', ['restore', url, half], url);
      expect(await query(url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    });
  });

  /** Kills a worker once its program works, and waits until that and its connections are gone. */
  async function isKilledAt(program: string, args: readonly string[], url: string): Promise<void> {
    const node = [...TYPESCRIPT, '--no-warnings', PROGRAM, ...args];
    const worker = spawn(process.execPath, node, { stdio: ['ignore', 'ignore', 'inherit'] });
    await eventually(async () => expect(await connections(url, program)).toBe(1));
    const [, ...children] = treeOf(worker.pid ?? 0);
    expect(children).toHaveLength(1);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    await eventually(async () => {
      expect(stillAlive(children)).toEqual([]);
      expect(await connections(url)).toBe(0);
    });
  }
});

/** The number of connections to a database, or of those of one program whose transaction has begun. */
async function connections(url: string, program?: string): Promise<number> {
  const rows = await query<{ n: number }>(
    url,
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND backend_type = 'client backend'
       AND ($1::text IS NULL OR (application_name = $1 AND xact_start IS NOT NULL))`,
    [program ?? null],
  );
  return rows[0]?.n ?? 0;
}
