import Big from 'big.js';
import type { ReportEntry } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import { measureOf } from './measure.ts';

/** How a goal stands. */
export type GoalState = 'reached' | 'onTrack' | 'behind' | 'missed' | 'unknown';

/** A state with its reason, in a sentence for people. */
export interface Verdict {
  readonly state: GoalState;
  readonly how: string;
}

/** Metrics of which less is better. */
const LESS_IS_BETTER =
  /(?<![\p{L}])(?:errors?|churn|latency|time|costs?|bugs?|complaints?|delays?|(?:open|support|pending|unresolved) (?:tickets?|issues?)|failures?|bounce|defects?|incidents?|downtime|backlog|waste|returns?|turnover|weight|duration|fehler|kosten|zeit|erreurs?|coûts?|temps|errores|costes?|tiempo)(?![\p{L}])/iu;

/** Whether less of what a label names is better. */
export function isLessBetter(label: string): boolean {
  return LESS_IS_BETTER.test(label);
}

/** A value on a day. */
interface Point {
  readonly day: number;
  readonly value: Big;
}

/**
 * Compares the values of a metric with a target. With several values their straight line is drawn on
 * to the day of the goal; with one, the share of the target that is reached is compared with the
 * share of the time that has passed.
 * @param values at least one, oldest first
 */
export function judgeTarget(
  goal: ReportEntry,
  values: readonly ReportEntry[],
  today: string,
): Verdict {
  const target = goal.value ? measureOf(goal.value).number : new Big(0);
  const isLess = isLessBetter(goal.label);
  const isMet = (value: Big) => (isLess ? value.lte(target) : value.gte(target));
  const points = values.flatMap(pointOf);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { state: 'unknown', how: 'No value is known.' };
  if (isMet(last.value)) return { state: 'reached', how: 'The latest value meets the target.' };
  if (!goal.on) return { state: 'unknown', how: 'The target is not met yet, and it has no date.' };
  const due = lastDay(goal.on);
  if (due < dayNumber(today)) {
    return {
      state: 'missed',
      how: 'Its day is over, and the latest value does not meet the target.',
    };
  }
  if (last.day > first.day) return judgeTrend(first, last, due, isMet);
  return isLess ? noTrend() : judgeShare(goal, last, target, due);
}

function pointOf({ value, on, saidOn }: ReportEntry): readonly Point[] {
  const date = saidOn ?? on?.date;
  return value && date ? [{ day: dayNumber(date), value: measureOf(value).number }] : [];
}

function judgeTrend(
  first: Point,
  last: Point,
  due: number,
  isMet: (value: Big) => boolean,
): Verdict {
  const slope = last.value.minus(first.value).div(last.day - first.day);
  const expected = last.value.plus(slope.times(Math.max(0, due - last.day)));
  const how = `At the rate from the first value to the latest, it will be ${expected.round(1).toFixed()} on its day.`;
  return { state: isMet(expected) ? 'onTrack' : 'behind', how };
}

function judgeShare(goal: ReportEntry, last: Point, target: Big, due: number): Verdict {
  const start = goal.saidOn === null ? last.day : dayNumber(goal.saidOn);
  if (last.day <= start || due <= start || target.lte(0)) return noTrend();
  const share = last.value.div(target);
  const passed = new Big(last.day - start).div(due - start);
  const how = `${percent(share)} % of the target after ${percent(passed)} % of the time.`;
  return { state: share.gte(passed) ? 'onTrack' : 'behind', how };
}

function noTrend(): Verdict {
  return { state: 'unknown', how: 'The target is not met yet; a later value will show the trend.' };
}

function percent(share: Big): string {
  return share.times(100).round(0).toFixed();
}
