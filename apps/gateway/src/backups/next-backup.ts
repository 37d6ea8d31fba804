import { Inject, Injectable } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { NIGHTLY_BACKUP_WORKFLOW } from '#contracts/workflows';
import { inTime, type Config } from '#platform';
import { CONFIG } from '../infrastructure/config.module.ts';

const DEADLINE_MS = 1_000;

/** When the next nightly backup starts, as Temporal knows it. */
@Injectable()
export class NextBackup {
  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns `null` when it is off or paused, or Temporal does not answer within a second */
  async at(): Promise<Date | null> {
    const { at, timeZone } = this.config.backups;
    if (at === null) return null;
    const described = this.connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      this.client.schedule.getHandle(NIGHTLY_BACKUP_WORKFLOW).describe(),
    );
    const schedule = await inTime(DEADLINE_MS, described).catch(() => null);
    if (schedule === null || schedule.state.paused) return null;
    const times = schedule.info.nextActionTimes;
    // The schedule has a second time, for nights in which the first one does not exist.
    const isWanted = (time: Date) => hourIn(timeZone, time) === at.hour;
    return times.find(isWanted) ?? times[0] ?? null;
  }
}

function hourIn(timeZone: string, time: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  return Number(format.format(time));
}
