import { Module } from '@nestjs/common';
import { EventAudience } from './event-audience.ts';
import { EventsController } from './events.controller.ts';
import { EventsService } from './events.service.ts';
import { MaintenanceNotices } from './maintenance-notices.ts';
import { ReplayPages } from './replay-pages.ts';
import { TaskAdvances } from './task-advances.ts';

@Module({
  controllers: [EventsController],
  providers: [EventsService, EventAudience, ReplayPages, TaskAdvances, MaintenanceNotices],
})
export class EventsModule {}
