import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { NIGHTLY_BACKUP_WORKFLOW } from '#contracts/workflows';
import { TestTemporal } from '../../../../test/support/test-temporal.ts';
import { nightlyTimes } from './nightly-backup.ts';

const TZ_CASES = [
  ['a usual night', 'Europe/Berlin', '2026-11-26', ['02:00', '03:00']],
  ['the night that has 02:00 twice', 'Europe/Berlin', '2026-10-25', ['02:00', '03:00']],
  ['the night without 02:00', 'Europe/Berlin', '2026-03-29', ['01:00', '02:00']],
  // There the clocks go from 03:00 to 04:00, so that there is no 03:00.
  ['the night without the wanted time', 'Europe/Helsinki', '2026-03-29', ['01:00']],
  ['the night that has the wanted time twice', 'Europe/Helsinki', '2026-10-25', ['01:00', '02:00']],
] as const;

describe('the nightly backup at 03:00', () => {
  let temporal: TestTemporal;
  beforeAll(async () => {
    temporal = await TestTemporal.open();
  });
  afterAll(() => temporal.close());

  /** The UTC times at which Temporal would start a schedule with these settings. */
  async function timesOn(timeZone: string, day: string): Promise<readonly string[]> {
    const { nativeConnection: connection, namespace } = temporal;
    const client = new Client({ connection, namespace });
    const scheduleId = `nightly ${timeZone} ${day}`;
    await client.schedule.create({
      scheduleId,
      spec: nightlyTimes({ hour: 3, minute: 0, timeZone }),
      action: {
        type: 'startWorkflow',
        workflowType: NIGHTLY_BACKUP_WORKFLOW,
        taskQueue: 'orchestration',
      },
    });
    const dayMs = Date.parse(`${day}T00:00:00Z`);
    const { startTime: times } = await client.workflowService.listScheduleMatchingTimes({
      namespace,
      scheduleId,
      startTime: proto.google.protobuf.Timestamp.fromObject({ seconds: dayMs / 1_000 - 1 }),
      endTime: proto.google.protobuf.Timestamp.fromObject({ seconds: dayMs / 1_000 + 43_200 }),
    });
    return times.map((time) =>
      new Date(Number(time.seconds?.toString()) * 1_000).toISOString().slice(11, 16),
    );
  }

  it.each(TZ_CASES)('starts in %s (%s, %s)', async (_night, timeZone, day, expected) => {
    expect(await timesOn(timeZone, day)).toEqual(expected);
  });
});
