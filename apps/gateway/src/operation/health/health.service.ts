import { Inject, Injectable } from '@nestjs/common';
import { Connection } from '@temporalio/client';
import type { Health } from '#contracts/api';
import type { OpenDatabase } from '#store';
import { inTime } from '#platform';
import { BackupHealth } from '../../backups/backup-health.ts';
import { DATABASE } from '../../infrastructure/database.module.ts';

const DEADLINE_MS = 2_000;

type Check = Health['checks'][string];

/** Checks whether the dependencies of the gateway are available. */
@Injectable()
export class HealthService {
  constructor(
    @Inject(DATABASE) private readonly database: OpenDatabase,
    private readonly connection: Connection,
    private readonly backups: BackupHealth,
  ) {}

  /** Checks all dependencies concurrently; resolves within two seconds. */
  async check(): Promise<Health> {
    const [database, temporal, backups] = await Promise.all([
      checked('PostgreSQL', () => this.database.pool.query('SELECT 1')),
      checked('Temporal', () => this.askTemporal()),
      this.backupCheck(),
    ]);
    const ok = database.status === 'ok' && temporal.status === 'ok';
    return { status: ok ? 'ok' : 'degraded', checks: { database, temporal, backups } };
  }

  /** Shown only: without a good backup, requests are answered all the same. */
  private async backupCheck(): Promise<Check> {
    const failed = { status: 'failed', message: 'The backups cannot be read in time.' } as const;
    return inTime(DEADLINE_MS, this.backups.check()).catch(() => failed);
  }

  private askTemporal(): Promise<unknown> {
    return this.connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      this.connection.workflowService.getSystemInfo({}),
    );
  }
}

async function checked(name: string, ask: () => Promise<unknown>): Promise<Check> {
  try {
    await inTime(DEADLINE_MS, ask());
    return { status: 'ok' };
  } catch {
    return { status: 'failed', message: `${name} does not answer.` };
  }
}
