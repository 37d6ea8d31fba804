import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledProgram } from '../../../../test/support/bundled-program.ts';
import { postgresToolsFolder } from '../../../../test/support/postgres-tools.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { RestoreOrder } from './restore-program.fixture.ts';
import type { RestoreJob } from './restore-run.ts';
import { RestoredInstallation, STEPS } from '../restored-installation.fixture.ts';

const PROGRAM = path.join(import.meta.dirname, 'restore-program.fixture.ts');

type Death = Pick<RestoreOrder, 'statement' | 'occurrence' | 'when'>;

const at = (when: Death['when'], statement: string, occurrence = 1): Death => ({
  ...{ when, statement, occurrence },
});

/** Instants of death in the order in which they are reached, and the state that the sweep leaves. */
const DEATHS: readonly (readonly [string, Death, 'old' | 'new'])[] = [
  ['has created the scratch database', at('after', '^CREATE DATABASE'), 'old'],
  ['has restored the dump', at('before', '^ANALYZE'), 'old'],
  ['is about to block writers', at('before', 'SET default_transaction_read_only = on'), 'old'],
  ['has blocked writers', at('after', 'SET default_transaction_read_only = on'), 'old'],
  ['verifies the restore point', at('after', '^CREATE DATABASE', 2), 'old'],
  ['settles the restored database', at('before', 'setval'), 'old'],
  ['is about to rename', at('before', 'ALTER DATABASE .* RENAME TO', 1), 'old'],
  ['has renamed one database', at('after', 'ALTER DATABASE .* RENAME TO', 1), 'old'],
  ['has renamed both, but not committed', at('after', 'ALTER DATABASE .* RENAME TO', 2), 'old'],
  ['has switched', at('before', 'idempotency_keys'), 'old'],
  ['has let writers in', at('after', 'RESET default_transaction_read_only'), 'new'],
  ['is about to drop the old database', at('before', '^DROP DATABASE .*_before_'), 'new'],
];

describe('a restore whose process is killed when it', () => {
  let restored: RestoredInstallation;
  let backup: Manifest;
  let program: string;
  beforeAll(async () => {
    program = await bundledProgram(PROGRAM);
    restored = await RestoredInstallation.open();
    await restored.installation.converse();
    await restored.installation.upload();
    backup = await restored.installation.backUp();
  });
  afterAll(() => restored.close());

  const exists = async (conversationId: string) => {
    const { conversations } = restored.installation.store.repositories;
    return (await conversations.find(conversationId)) !== null;
  };

  /** Restores in another process, which dies. @returns whether it finished instead */
  const restoreAndDie = async (job: RestoreJob, death: Death): Promise<boolean> => {
    const { installation } = restored;
    const order: RestoreOrder = {
      ...{ job, ...death, databaseUrl: installation.store.url },
      toolsFolder: postgresToolsFolder(),
      blobFolder: path.join(installation.folder, 'blobs'),
      placeFolder: installation.placeFolder,
    };
    const child = fork(program, { execArgv: [] });
    const exited = once(child, 'exit');
    let finished = false;
    child.on('message', (message) => {
      if (message === 'ready') child.send(order);
      finished ||= message === 'finished';
    });
    const [, signal] = await exited;
    expect(signal).toBe('SIGKILL');
    return finished;
  };

  /** Ends the task, so that another restore can be requested. */
  const endTask = (job: RestoreJob) =>
    restored.installation.store.repositories.tasks.end(job, { state: 'cancelled' });

  it.each(DEATHS)('%s leaves the old state or the new one', async (_when, death, state) => {
    const later = await restored.installation.converse();
    const job = await restored.request(backup.id);
    expect(await restoreAndDie(job, death)).toBe(false);
    await eventually(() => restored.sweep());
    expect(await exists(later)).toBe(state === 'old');
    expect(await restored.canWrite()).toBe(true);
    expect(await restored.leftovers()).toEqual([]);
    await endTask(job);
  });

  it.each(DEATHS.filter((_death, index) => index % 3 === 1))(
    '%s is finished by another process',
    async (_when, death) => {
      const later = await restored.installation.converse();
      const job = await restored.request(backup.id);
      await restoreAndDie(job, death);
      for (const step of STEPS) await restored.do(step, job);
      expect(await exists(later)).toBe(false);
      expect(await restored.canWrite()).toBe(true);
      expect(await restored.leftovers()).toEqual([]);
      await endTask(job);
    },
  );
});
