import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { MaintenanceNotice } from '#contracts/api';
import { NotificationFeed } from '#store';
import { eventBlock } from '../http/event-stream/event-block.ts';
import { EventAudience } from './event-audience.ts';

/** Tells event readers when a restore blocks writers, and when it lets them in again. */
@Injectable()
export class MaintenanceNotices implements OnModuleInit, OnModuleDestroy {
  private unsubscribe: (() => void) | null = null;

  constructor(
    private readonly feed: NotificationFeed,
    private readonly audience: EventAudience,
  ) {}

  onModuleInit(): void {
    this.unsubscribe = this.feed.onMaintenance((active) => {
      const notice: MaintenanceNotice = { active };
      const block = eventBlock({ type: 'maintenance', data: JSON.stringify(notice) });
      this.audience.announce(block, active);
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe?.();
  }
}
