import { Module } from '@nestjs/common';
import { EventAudience } from './event-audience.ts';
import { EventsController } from './events.controller.ts';
import { EventsService } from './events.service.ts';
import { MaintenanceNotices } from './maintenance-notices.ts';
import { TaskAdvances } from './task-advances.ts';

@Module({
  controllers: [EventsController],
  providers: [EventsService, EventAudience, TaskAdvances, MaintenanceNotices],
})
export class EventsModule {}
