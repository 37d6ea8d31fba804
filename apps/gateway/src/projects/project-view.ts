import type { Project } from '#contracts/api';
import type { ProjectPlan } from '#contracts/model';
import type { CountedProject } from '#store';

/** A project as the API shows it. */
export function toProject(record: CountedProject): Project {
  return {
    id: record.id,
    ownerId: record.ownerId,
    name: record.name,
    currency: record.currency,
    timeZone: record.timeZone,
    refresh: record.refresh,
    summaryStyle: record.summaryStyle,
    transcriptStyle: record.transcriptStyle,
    spokenLanguage: record.spokenLanguage,
    conversationCount: record.conversationCount,
    documentCount: record.documentCount,
    createdAt: record.createdAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

/** A plan as the API shows it. Its fields have one order, whatever it was stored in. */
export function toPlan({ budget, goals, milestones }: ProjectPlan): ProjectPlan {
  return {
    budget: budget.map(({ category, month, amount }) => ({ category, month, amount })),
    goals: goals.map(({ name, target, unit, by }) => ({ name, target, unit, by })),
    milestones: milestones.map(({ name, on }) => ({ name, on })),
  };
}
