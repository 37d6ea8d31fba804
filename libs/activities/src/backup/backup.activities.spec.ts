import { readdir, rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { TaskSettings } from '#contracts/tasks';
import type {
  BackupActivities,
  BackupStepRun,
  NightlyBackupActivities,
  SoleActivityRun,
} from '#contracts/workflows';
import { Installation } from '../../../backups/src/installation.fixture.ts';
import { activityEnvironment } from '../activity-environment.fixture.ts';
import { activityInterceptors } from '../shared/activity-interceptor.ts';
import { backup } from './backup.handler.ts';
import { createNightlyBackupActivities } from './nightly-backup.ts';

const logger = pino({ level: 'silent' });
const KEEP = { count: 1, days: null, bytes: null };

describe('the activities of a backup', () => {
  let installation: Installation;
  let all: BackupActivities;
  let nightly: NightlyBackupActivities;
  beforeEach(async () => {
    installation = await Installation.open();
    const { repositories } = installation.store;
    const openBackups = () => Promise.resolve(installation.maker);
    all = backup.create({ ...repositories, openBackups, keep: KEEP, logger });
    nightly = createNightlyBackupActivities(repositories);
  });
  afterEach(() => installation.close());

  /** Runs an activity as Temporal would. */
  const run = <Outcome>(work: () => Promise<Outcome>, input?: BackupStepRun): Promise<Outcome> => {
    const { retries, tasks } = installation.store.repositories;
    const interceptors = [activityInterceptors({ retries, tasks, logger })];
    return activityEnvironment({ heartbeatTimeoutMs: 10_000 }, interceptors).run(
      work,
      ...(input ? [input] : []),
    );
  };
  const request = async (settings: TaskSettings = {}): Promise<SoleActivityRun> => {
    const { installationTasks } = installation.store.repositories;
    const { id, attempt } = await installationTasks.request('backup', { settings }, null);
    return { taskId: id, attempt };
  };
  const part = (task: SoleActivityRun): BackupStepRun => ({
    ...{ ...task, doneBytes: 0, stepBytes: 1_000, totalBytes: 4_000 },
  });
  /** Runs all activities in the order of the workflow. */
  const backUp = async (settings: TaskSettings = {}) => {
    const task = await request(settings);
    const start = await run(() => all.startBackup(task));
    if (start.kind !== 'due') return { task, start, outcome: null };
    await run(() => all.dumpDatabase(part(task)));
    await run(() => all.copyBlobs(part(task)));
    await run(() => all.verifyBackup(part(task)));
    return { task, start, outcome: await run(() => all.pruneBackups(task)) };
  };
  const taskOf = ({ taskId }: SoleActivityRun) => installation.store.task(taskId);
  const backups = async () => (await installation.catalog.read()).backups.map(({ id }) => id);

  it('make a backup that has the id of its task, and complete the task', async () => {
    await installation.upload();
    const { task, start, outcome } = await backUp();
    expect(start).toMatchObject({ sizes: { copy: 50_000 } });
    expect(outcome).toMatchObject({ kind: 'done', warnings: [] });
    expect(await backups()).toEqual([task.taskId.replace('tsk_', 'bkp_')]);
    expect(await taskOf(task)).toMatchObject({ state: 'completed', step: 'prune', warnings: [] });
  });

  it('skip one that is not due, and record that; unless it is forced', async () => {
    await backUp();
    const { task, start } = await backUp();
    expect(start).toEqual({ kind: 'notDue' });
    expect(await taskOf(task)).toMatchObject({
      state: 'completed',
      warnings: [{ code: 'backup_not_due', message: expect.stringContaining('23 hours') }],
    });
    expect((await backUp({ force: true })).outcome).toMatchObject({ kind: 'done' });
  });

  it('remove old backups only after the new one was verified', async () => {
    const first = await backUp();
    await installation.converse();
    const task = await request({ force: true });
    await run(() => all.startBackup(task));
    await run(() => all.dumpDatabase(part(task)));
    await run(() => all.copyBlobs(part(task)));
    const idOf = ({ taskId }: SoleActivityRun) => taskId.replace('tsk_', 'bkp_');
    expect(await backups()).toEqual([idOf(first.task)]);
    await run(() => all.verifyBackup(part(task)));
    await run(() => all.pruneBackups(task));
    expect(await backups()).toEqual([idOf(task)]);
  });

  it('warn of recordings whose bytes are gone, and remove nothing', async () => {
    await backUp();
    await rm(installation.uploaded(await installation.upload()));
    const { task } = await backUp({ force: true });
    const [warning] = (await taskOf(task)).warnings;
    expect(warning).toMatchObject({ code: 'backup_blob_missing' });
    expect(warning?.message).toContain('1 recording ');
    expect(await backups()).toHaveLength(2);
  });

  it('warn of values that are not what the change log says', async () => {
    const id = await installation.converse();
    await installation.store.rows('UPDATE conversations SET revision = 7 WHERE id = $1', [id]);
    const { task } = await backUp();
    const [warning] = (await taskOf(task)).warnings;
    expect(warning).toMatchObject({ code: 'projections_differ' });
    expect(warning?.message).toContain('1 value is not what the change log says');
  });

  it('store the step and its bytes', async () => {
    await installation.upload();
    const task = await request();
    await run(() => all.startBackup(task));
    const step = { ...part(task), doneBytes: 500, stepBytes: 10, totalBytes: 600 };
    await run(() => all.dumpDatabase(step));
    expect(await taskOf(task)).toMatchObject({ step: 'dump', done: 510, total: 600 });
  });

  it('do nothing for a run that has ended', async () => {
    const task = await request();
    await installation.store.repositories.tasks.requestCancel(task.taskId);
    await installation.store.repositories.tasks.end(task, { state: 'cancelled' });
    expect(await run(() => all.startBackup(task))).toEqual({ kind: 'skip' });
    await expect(readdir(installation.placeFolder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('fail with a code that says what to do when a step finds damage, and record that', async () => {
    await installation.upload();
    const task = { ...(await request()), endsIn: 'verify' } as const;
    await run(() => all.startBackup(task));
    await run(() => all.dumpDatabase(part(task)));
    await run(() => all.copyBlobs(part(task)));
    const [name = ''] = (await readdir(installation.placeFolder, { recursive: true })).filter(
      (each) => each.includes('database.dump'),
    );
    await rm(`${installation.placeFolder}/${name}`);
    const step = { ...part(task), ...task };
    await expect(run(() => all.verifyBackup(step), step)).rejects.toMatchObject({
      ...{ type: 'backup_damaged', nonRetryable: true },
    });
    expect(await taskOf(task)).toMatchObject({
      state: 'failed',
      error: { code: 'backup_damaged', stage: 'verify' },
    });
    expect(await backups()).toEqual([]);
  });

  it('of the schedule request one backup a night, although it has two times', async () => {
    const first = await nightly.requestBackup();
    expect(await taskOf(first)).toMatchObject({ type: 'backup', priority: 'batch' });
    expect(await nightly.requestBackup()).toEqual(first);
    await installation.store.repositories.tasks.requestCancel(first.taskId);
    await installation.store.repositories.tasks.end(first, { state: 'cancelled' });
    expect(await nightly.requestBackup()).toEqual(first);
    await installation.store.rows(`UPDATE tasks SET created_at = now() - interval '23 hours'`);
    expect((await nightly.requestBackup()).taskId).not.toBe(first.taskId);
  });
});
