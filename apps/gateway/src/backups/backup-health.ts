import { Injectable } from '@nestjs/common';
import type { Health } from '#contracts/api';
import { AppError } from '#platform';
import { BackupsService } from './backups.service.ts';

type Check = Health['checks'][string];

/** Health is asked every few seconds; the place of the backups may be far away. */
const REUSE_MS = 60_000;

/** Whether there is a good backup. It does not decide whether the gateway is ready. */
@Injectable()
export class BackupHealth {
  private latest: { readonly check: Promise<Check>; readonly atMs: number } | null = null;

  constructor(private readonly backups: BackupsService) {}

  /** Reused for a minute. */
  check(): Promise<Check> {
    const nowMs = performance.now();
    if (this.latest === null || nowMs - this.latest.atMs > REUSE_MS) {
      this.latest = { check: this.read(), atMs: nowMs };
    }
    return this.latest.check;
  }

  private async read(): Promise<Check> {
    try {
      const { overdue, lastGood } = await this.backups.status();
      if (!overdue) return { status: 'ok' };
      const since = lastGood === null ? '' : ` since ${lastGood.takenAt}`;
      return { status: 'failed', message: `There is no good backup${since}.` };
    } catch (error) {
      const reason = error instanceof AppError ? error.message : 'The backups cannot be read.';
      return { status: 'failed', message: reason };
    }
  }
}
