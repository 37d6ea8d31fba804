import type { ReportContent } from '#contracts/model';
import type { ReportInput } from '../../agent.ts';
import { blockersBlock, judgeBlockers } from './blockers.ts';
import { judgeCommitments } from './commitments.ts';
import { commitmentsBlock } from './commitments-block.ts';
import { judgeGoals } from './goals.ts';
import { goalsBlock } from './goals-block.ts';
import { headerFigures } from './header.ts';
import { decisionsBlock, risksBlock } from './lists.ts';
import { metricSeries } from './metrics.ts';
import { metricsBlock } from './metrics-block.ts';
import { milestonesOf } from './milestones.ts';
import { milestonesBlock } from './milestones-block.ts';
import { openBlock } from './open-block.ts';
import { talkBlock } from './talk-block.ts';

/** Computes the dashboard of the performance agent. */
export function computePerformance({
  entries,
  today,
  talk,
}: ReportInput): Omit<ReportContent, 'entries'> {
  const series = metricSeries(entries);
  const milestones = milestonesOf(entries, today);
  const goals = judgeGoals(entries, series, milestones, today);
  const commitments = judgeCommitments(entries, today);
  const blockers = judgeBlockers(entries, today);
  return {
    figures: headerFigures({ goals, commitments, blockers, milestones, today }),
    blocks: [
      goalsBlock(goals),
      milestonesBlock(milestones),
      commitmentsBlock(commitments, today),
      metricsBlock(series),
      blockersBlock(blockers),
      risksBlock(entries),
      decisionsBlock(entries),
      openBlock(entries),
      talkBlock(talk),
    ],
  };
}
