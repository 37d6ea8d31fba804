import type { ReportActivities } from '#contracts/workflows';
import { heartbeatScope } from '../shared/heartbeats.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';
import { ReportMaker } from './report-maker.ts';

/** Implements the task type `agent_report`. */
export const agentReport = {
  type: 'agent_report' as const,
  create: (
    dependencies: LanguageDependencies,
  ): Pick<ReportActivities, 'collectSources' | 'readSources' | 'writeReport'> => {
    const maker = new ReportMaker(dependencies);
    return {
      collectSources: (run) => maker.collect(run),
      readSources: (run) => maker.read(run, heartbeatScope()),
      writeReport: (run) => maker.write(run),
    };
  },
};
