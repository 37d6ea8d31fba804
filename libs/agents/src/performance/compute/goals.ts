import type { ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import { type GoalState, judgeTarget, type Verdict } from './judge-target.ts';
import { measureOf } from './measure.ts';
import type { MetricSeries } from './metrics.ts';
import type { Milestone } from './milestones.ts';
import { sameGoals } from './same-goals.ts';
import { shown } from './shown.ts';
import { subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** A goal and what shows how it stands. */
export interface Goal {
  readonly entry: ReportEntry;
  /** The plan and the statements that it was joined from. */
  readonly sources: readonly ReportEntry[];
  readonly state: GoalState;
  /** Latest metric, or milestone, that it was judged by; `null` for none. */
  readonly evidence: ReportEntry | null;
  /** The statements that the evidence follows from. */
  readonly shownBy: readonly ReportEntry[];
  readonly how: string;
}

/** Judges every goal by the metric of the same subject, or by the milestone of the same name. */
export function judgeGoals(
  entries: readonly ReportEntry[],
  series: readonly MetricSeries[],
  milestones: readonly Milestone[],
  today: string,
): readonly Goal[] {
  const metrics = new SubjectIndex<MetricSeries>();
  for (const each of series) metrics.add(subjectOf(each.label), each);
  const dates = new SubjectIndex<Milestone>();
  for (const each of milestones) dates.add(subjectOf(each.label), each);
  const goals = [...shown(entries, 'planned_goal'), ...shown(entries, 'goal')];
  return sameGoals(goals, entries).map(({ entry, sources }) => ({
    ...judge(entry, metrics, dates, today),
    sources,
  }));
}

function judge(
  entry: ReportEntry,
  metrics: SubjectIndex<MetricSeries>,
  dates: SubjectIndex<Milestone>,
  today: string,
): Omit<Goal, 'sources'> {
  const subject = subjectOf(entry.label);
  const [series] = metrics.find(subject, (each) => isComparable(entry, each));
  const latest = series?.values.at(-1);
  if (series && latest) {
    return {
      entry,
      evidence: latest,
      shownBy: series.latestFrom,
      ...judgeTarget(entry, series.values, today),
    };
  }
  const [milestone] = dates.find(subject, ({ entry: { state } }) => state === 'counted');
  if (entry.value === null && milestone) {
    const verdict = judgeByMilestone(entry, milestone);
    return { entry, evidence: milestone.entry, shownBy: milestone.from, ...verdict };
  }
  const isOver = entry.on !== null && lastDay(entry.on) < dayNumber(today);
  const how = 'No statement says how far it is.';
  const reason = isOver ? `${how} Its day is over.` : how;
  return { entry, evidence: null, shownBy: [], state: 'unknown', how: reason };
}

/** Whether the values of a metric can be compared with the target. */
function isComparable({ value }: ReportEntry, { values }: MetricSeries): boolean {
  const latest = values.at(-1)?.value;
  if (!value || !latest) return false;
  const [target, measured] = [measureOf(value).unit, measureOf(latest).unit];
  const isPercent = target === '%' || measured === '%';
  return target === measured || (!isPercent && (target === '' || measured === ''));
}

function judgeByMilestone({ on }: ReportEntry, milestone: Milestone): Verdict {
  if (milestone.status === 'reached') {
    return { state: 'reached', how: 'A statement says that it was reached.' };
  }
  if (milestone.status === 'cancelled') {
    return { state: 'behind', how: 'Its milestone is cancelled.' };
  }
  if (!on || !milestone.on) return { state: 'unknown', how: 'Its milestone has no date.' };
  return lastDay(milestone.on) <= lastDay(on)
    ? { state: 'onTrack', how: 'Its milestone is planned for no later than the goal.' }
    : { state: 'behind', how: 'Its milestone is planned for after the goal.' };
}
