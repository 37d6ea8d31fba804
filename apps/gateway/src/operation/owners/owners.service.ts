import { Injectable } from '@nestjs/common';
import type { OwnerUsage } from '#contracts/api';
import { dayOf, OwnerUsageRepository, tomorrowOf } from '#store';

/** Usage and limits of owners. */
@Injectable()
export class OwnersService {
  constructor(private readonly owners: OwnerUsageRepository) {}

  async usage(ownerId: string): Promise<OwnerUsage> {
    const now = new Date();
    const { tasksInFlight, bytes, audioMs } = await this.owners.find(ownerId, now);
    const { limits } = this.owners;
    const audioLimit = limits.audioMsPerDay;
    return {
      ownerId,
      day: dayOf(now),
      resetsAt: tomorrowOf(now).toISOString(),
      tasksInFlight: { used: tasksInFlight, limit: limits.tasksInFlight },
      bytes: { used: bytes, limit: limits.bytesPerDay },
      audioMinutes: {
        used: minutesOf(audioMs),
        limit: audioLimit === null ? null : minutesOf(audioLimit),
      },
    };
  }
}

/** Converts milliseconds to minutes, rounded to two decimals. */
function minutesOf(ms: number): number {
  return Math.round(ms / 600) / 100;
}
