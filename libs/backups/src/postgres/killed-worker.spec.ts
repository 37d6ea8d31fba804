import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/support/eventually.ts';
import { stillAlive, treeOf } from '../../../../test/support/process-tree.ts';
import { query } from '../../../../test/support/query.ts';
import { newDatabase, type TestDatabase } from '../../../../test/support/shared-servers.ts';
import { addSegments } from './postgres.fixture.ts';

const PROGRAM = path.join(import.meta.dirname, 'unread-dump.fixture.ts');
const TYPESCRIPT = ['--conditions=afterword-source', '--experimental-transform-types'];

describe('a worker that is killed while it dumps', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await newDatabase();
    // More than the pipe and the buffers hold, so that the program has not ended by itself.
    await addSegments(database.url, 2_000);
  });
  afterAll(() => database.drop());

  it('leaves no program and no connection behind', async () => {
    const args = [...TYPESCRIPT, '--no-warnings', PROGRAM, database.url];
    const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(worker.stdout), 'line')) as [string];
    const seen = treeOf(Number(line));
    expect(seen).toHaveLength(1);
    expect(await connections()).toBeGreaterThan(0);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    await eventually(async () => {
      expect(stillAlive(seen)).toEqual([]);
      expect(await connections()).toBe(0);
    });
  });

  async function connections(): Promise<number> {
    const rows = await query<{ n: number }>(
      database.url,
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    return rows[0]?.n ?? 0;
  }
});
