import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { ensureSchedules } from './schedules.ts';

const NIGHT = { hour: 3, minute: 0, timeZone: 'Europe/Berlin' };

describe('recurring work', () => {
  let temporal: TestTemporal;
  let client: Client;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
    // The connection of the workers, which retries calls that a busy server refuses.
    client = new Client({ connection: temporal.nativeConnection, namespace: temporal.namespace });
  });
  afterAll(() => temporal.close());

  const describeAll = () =>
    Promise.all(
      ['reconcile', 'housekeeping'].map((id) => client.schedule.getHandle(id).describe()),
    );

  it('is scheduled once, however many workers schedule it at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ensureSchedules(client, NIGHT)));
    const found: string[] = [];
    for await (const { scheduleId } of client.schedule.list()) found.push(scheduleId);
    expect([...new Set(found)].length).toBe(found.length);
    const [reconcile, housekeeping] = await describeAll();
    expect(reconcile?.policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 60_000 });
    expect(reconcile?.spec.intervals).toMatchObject([{ every: 60_000 }]);
    expect(housekeeping?.policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 86_400_000 });
    expect(housekeeping?.action).toMatchObject({ workflowType: 'housekeeping' });
  });

  it('is updated to this version, and stays paused when an operator has paused it', async () => {
    const handle = client.schedule.getHandle('reconcile');
    await handle.pause('looking at something');
    await handle.update((old) => ({ ...old, spec: { intervals: [{ every: '1 hour' }] } }));
    await ensureSchedules(client, NIGHT);
    const { spec, state } = await handle.describe();
    expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
    expect(state).toMatchObject({ paused: true, note: 'looking at something' });
  });

  it('includes the nightly backup in its time zone, which is caught up, unless it is off', async () => {
    await ensureSchedules(client, NIGHT);
    const handle = client.schedule.getHandle('nightlyBackup');
    const { spec, policies } = await handle.describe();
    expect(spec).toMatchObject({ timezone: 'Europe/Berlin' });
    expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 86_400_000 });
    await ensureSchedules(client, null);
    await expect(handle.describe()).rejects.toMatchObject({ name: 'ScheduleNotFoundError' });
    await ensureSchedules(client, null);
  });

  it('is replaced when Temporal cannot read it any more, but only if that is wanted', async () => {
    await ensureSchedules(client, NIGHT);
    const failing = await Connection.connect({
      address: temporal.address,
      interceptors: [
        (options, nextCall) => {
          const isRead = options.method_definition.path.endsWith('/DescribeSchedule');
          if (isRead) throw new Error('the scheduler is taken for deadlocked');
          return nextCall(options) as never;
        },
      ],
    });
    const blind = new Client({ connection: failing, namespace: temporal.namespace });
    const before = await client.schedule.getHandle('reconcile').describe();
    const refused = { name: 'ScheduleUpdateError', scheduleId: 'reconcile' };
    await expect(ensureSchedules(blind, NIGHT)).rejects.toMatchObject(refused);
    await expect(ensureSchedules(blind, NIGHT, 'housekeeping')).rejects.toMatchObject(refused);
    await expect(ensureSchedules(blind, NIGHT, 'reconcile')).rejects.toMatchObject({
      scheduleId: 'housekeeping',
    });
    await failing.close();
    const after = await client.schedule.getHandle('reconcile').describe();
    expect(after.info.createdAt.getTime()).toBeGreaterThan(before.info.createdAt.getTime());
    expect(after.spec.intervals).toMatchObject([{ every: 60_000 }]);
  });
});
