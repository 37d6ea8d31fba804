import type { LanguageActivities } from '#contracts/workflows';
import { workflowRunId } from '../shared/activity-run.ts';
import type { LanguageDependencies } from '../shared/language/language-dependencies.ts';

const LITRES = 3;

/** Waters gardens. */
export const watering = {
  type: 'watering' as const,
  create: ({ gardens }: LanguageDependencies): Pick<LanguageActivities, 'waterGarden'> => ({
    waterGarden: async (run) => {
      const started = await gardens.start(run, workflowRunId());
      if (started) await gardens.water(run, LITRES);
      return { kind: started ? 'done' : 'skip', done: 1, warnings: [], behind: false };
    },
  }),
};
