import { Module } from '@nestjs/common';
import { AGENTS } from '#agents';
import { DispatcherModule } from '../dispatcher/dispatcher.module.ts';
import { ReportTexts } from '../projects/reports/report-texts.ts';
import { AgentsController } from './agents.controller.ts';
import { agentController } from './jobs/agent.controller.ts';
import { AgentJobsService } from './jobs/agent-jobs.service.ts';

/** The agents of the catalogue, and the routes of each in the form of earlier pages. */
@Module({
  imports: [DispatcherModule],
  controllers: [AgentsController, ...AGENTS.map(agentController)],
  providers: [AgentJobsService, ReportTexts],
})
export class AgentsModule {}
