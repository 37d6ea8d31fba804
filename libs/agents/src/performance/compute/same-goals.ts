import type { FactDate, ReportEntry } from '#contracts/model';
import { bySaying } from './shown.ts';
import { measureOf } from './measure.ts';
import { subjectOf } from './subject.ts';
import { SubjectIndex } from './subject-index.ts';

/** Statements of one goal: an item of the plan and what was said of it, or what was said twice. */
export interface StatedGoal {
  /** What holds, with the date and the day of any of its sources. */
  readonly entry: ReportEntry;
  /** At least one; the plan comes first. */
  readonly sources: readonly ReportEntry[];
}

/**
 * Joins goals of the same subject and target.
 * @param goals those of the plan first
 * @param all every entry: a goal that corrects another one and names no date has that of the other
 */
export function sameGoals(
  goals: readonly ReportEntry[],
  all: readonly ReportEntry[],
): readonly StatedGoal[] {
  const index = new SubjectIndex<ReportEntry[]>();
  const groups: ReportEntry[][] = [];
  for (const goal of goals) {
    const subject = subjectOf(goal.label);
    const [same] = index.find(
      subject,
      ([first]) => first !== undefined && isSameTarget(first, goal),
    );
    if (same) same.push(goal);
    else {
      const group = [goal];
      groups.push(group);
      index.add(subject, group);
    }
  }
  const corrected = new Map(
    all.flatMap(({ supersededBy, on }) =>
      supersededBy && on ? [[supersededBy, on] as const] : [],
    ),
  );
  return groups.map((sources) => joined(sources, corrected));
}

function isSameTarget(one: ReportEntry, other: ReportEntry): boolean {
  if (one.state !== other.state) return false;
  if (one.value === null || other.value === null) return one.value === other.value;
  const [a, b] = [measureOf(one.value), measureOf(other.value)];
  const isPercent = a.unit === '%' || b.unit === '%';
  return a.number.eq(b.number) && (a.unit === b.unit || !isPercent);
}

/** @param corrected the date of the latest goal that each goal corrects, by its id */
function joined(
  sources: readonly ReportEntry[],
  corrected: ReadonlyMap<string, FactDate>,
): StatedGoal {
  const [first] = sources;
  if (!first) throw new Error('A goal has a source.');
  const said = sources.filter(({ saidOn }) => saidOn !== null).toSorted(bySaying)[0];
  const on = sources.find((source) => source.on !== null)?.on ?? corrected.get(first.id) ?? null;
  return { entry: { ...first, on, saidOn: said?.saidOn ?? null }, sources };
}
