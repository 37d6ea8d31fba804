import { setTimeout as sleep } from 'node:timers/promises';
import { projectTalks } from '../../../test/support/project-talks.ts';
import { startStack } from '../../../test/support/stack.ts';
import type { BenchFigures, BenchResult } from '../../lib/row.ts';
import { LoopDelays } from '../../lib/loop-delays.ts';
import { StackDatabase } from '../../lib/stack-database.ts';
import { manyFacts } from './many-facts.ts';
import { MeasuredProject, shownRefresh } from './measured-project.ts';
import { quickStatusDelays, shownDelays } from './quick-status.ts';
import { rawRulesMs } from './raw-rules.ts';

const CONVERSATIONS = 200;
const TURNS = 50;
const IDLE_MS = 3_000;

/** Reports of all agents about a project of many conversations, with the builtin engine. */
export async function agentsBench(): Promise<readonly BenchResult[]> {
  const delays = await LoopDelays.create();
  const stack = await startStack({
    AFTERWORD_SIGNIFICANCE_ENABLED: 'false',
    ...delays.environment,
  });
  const database = await StackDatabase.open(stack);
  try {
    const create = () => MeasuredProject.create(stack, database, delays);
    return [await manyConversations(await create()), await manyFacts(await create())];
  } finally {
    await database.close();
    await stack.stop();
    await delays.remove();
  }
}

async function manyConversations(measured: MeasuredProject): Promise<BenchFigures> {
  const talks = projectTalks({ conversations: CONVERSATIONS, turns: TURNS, seed: 7 });
  await measured.add(talks);
  const rawMs = rawRulesMs(talks);
  const idle = await quickStatusDelays(measured, sleep(IDLE_MS));
  const refreshing = measured.refresh();
  const busy = await quickStatusDelays(measured, refreshing);
  const first = await refreshing;
  const after = await quickStatusDelays(measured, sleep(IDLE_MS));
  const nothing = await measured.refresh();
  await measured.say('We paid 777 euros for the stage.');
  const more = await measured.refresh();
  return {
    name: `reports of ${measured.agents.join(' and ')}: ${CONVERSATIONS} conversations of ${TURNS} turns`,
    figures: {
      'the first, of all at once': shownRefresh(first),
      'their rules alone': `${(rawMs / 1000).toFixed(2)} s, ratio ${(first.ms / rawMs).toFixed(2)}`,
      'again, with nothing new': shownRefresh(nothing),
      'again, after one more exchange': shownRefresh(more),
      facts: String(await measured.countFacts()),
      'quick_status before the first': shownDelays(idle),
      'quick_status while they are made (aim p95 ≤ 10 ms)': shownDelays(busy),
      'quick_status afterwards': shownDelays(after),
    },
  };
}
