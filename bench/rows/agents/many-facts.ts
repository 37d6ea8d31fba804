import { projectTalks } from '../../../test/support/project-talks.ts';
import type { BenchFigures } from '../../lib/row.ts';
import { shownRefresh, type MeasuredProject } from './measured-project.ts';
import { quickStatusDelays, shownDelays } from './quick-status.ts';

/** Gives some 5,000 facts for the financial agent. */
const CONVERSATIONS = 600;
const TURNS = 50;

/** What reports cost that state thousands of facts, when nothing is to be read. */
export async function manyFacts(measured: MeasuredProject): Promise<BenchFigures> {
  await measured.add(projectTalks({ conversations: CONVERSATIONS, turns: TURNS, seed: 11 }));
  const first = await measured.refresh();
  const again = await measured.refresh();
  return {
    name: 'reports of thousands of facts',
    figures: {
      facts: String(await measured.countFacts()),
      'the first': shownRefresh(first),
      'with nothing to read': shownRefresh(again),
      quick_status: shownDelays(await quickStatusDelays(measured)),
    },
  };
}
