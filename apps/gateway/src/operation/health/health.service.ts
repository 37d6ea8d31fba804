import { Inject, Injectable } from '@nestjs/common';
import { Connection } from '@temporalio/client';
import type { Health } from '#contracts/api';
import type { BlobStore, OpenDatabase } from '#store';
import { AppError, inTime } from '#platform';
import { BackupHealth } from '../../backups/backup-health.ts';
import { BLOB_STORE } from '../../infrastructure/blobs.module.ts';
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
    @Inject(BLOB_STORE) private readonly blobs: BlobStore,
  ) {}

  /** Checks all dependencies concurrently; resolves within two seconds. */
  async check(): Promise<Health> {
    const [database, temporal, storage, backups] = await Promise.all([
      checked('PostgreSQL', () => this.database.pool.query('SELECT 1')),
      checked('Temporal', () => this.askTemporal()),
      this.storageCheck(),
      this.backupCheck(),
    ]);
    const needed = [database, temporal, storage];
    const ok = needed.every(({ status }) => status === 'ok');
    return { status: ok ? 'ok' : 'degraded', checks: { database, temporal, storage, backups } };
  }

  /** Whether recordings and documents can be stored. */
  private async storageCheck(): Promise<Check> {
    const failed = (message: string) => ({ status: 'failed', message }) as const;
    return inTime(DEADLINE_MS, this.blobs.check()).then(
      () => ({ status: 'ok' }) as const,
      (error: unknown) =>
        failed(error instanceof AppError ? error.message : 'The disk does not answer.'),
    );
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
