import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const turnSchema = z.object({ speaker: z.string(), text: z.string() });
const inDays = z.number().int();

const projectSchema = z.object({
  name: z.string(),
  currency: z.string(),
  conversations: z.array(z.object({ title: z.string(), turns: z.array(turnSchema) })),
  document: z.object({
    fileName: z.string(),
    rows: z.array(
      z.object({
        monthsAgo: z.number().int(),
        day: z.number().int(),
        item: z.string(),
        category: z.string(),
        amount: z.string(),
      }),
    ),
  }),
  plan: z.object({
    budget: z.array(z.object({ category: z.string(), amount: z.string() })),
    goals: z.array(z.object({ name: z.string(), target: z.string(), unit: z.string(), inDays })),
    milestones: z.array(z.object({ name: z.string(), inDays })),
  }),
});

export type SampleTurn = z.output<typeof turnSchema>;

/** A table, as CSV. */
export interface SampleDocument {
  readonly fileName: string;
  readonly text: string;
}

/** A plan as `PUT /projects/{id}/plan` takes it. */
export interface SamplePlan {
  readonly budget: readonly { readonly category: string; readonly amount: string }[];
  readonly goals: readonly {
    readonly name: string;
    readonly target: string;
    readonly unit: string;
    readonly by: string;
  }[];
  readonly milestones: readonly { readonly name: string; readonly on: string }[];
}

/** The sample project. */
export interface SampleProject {
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly conversations: z.output<typeof projectSchema>['conversations'];
  readonly document: SampleDocument;
  readonly plan: SamplePlan;
}

/**
 * The sample project, with dates around the present day, so that its dashboards have a past and a
 * future.
 * @param folder holds `project.json`
 * @param timeZone of the project
 */
export function readSampleProject(folder: string, now: Date, timeZone: string): SampleProject {
  const text = readFileSync(path.join(folder, 'project.json'), 'utf8');
  const { name, currency, conversations, document, plan } = projectSchema.parse(JSON.parse(text));
  const rows = document.rows.map(({ monthsAgo, day, item, category, amount }) => {
    const paid = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsAgo, day));
    return [isoDate(paid), item, category, `${amount} ${currency}`, 'paid'].join(',');
  });
  return {
    ...{ name, currency, timeZone, conversations },
    document: {
      fileName: document.fileName,
      text: ['Date,Item,Category,Amount,Status', ...rows, ''].join('\n'),
    },
    plan: {
      budget: plan.budget,
      goals: plan.goals.map(({ inDays, ...goal }) => ({ ...goal, by: daysAfter(now, inDays) })),
      milestones: plan.milestones.map((each) => ({
        name: each.name,
        on: daysAfter(now, each.inDays),
      })),
    },
  };
}

const DAY_MS = 86_400_000;

function daysAfter(now: Date, days: number): string {
  return isoDate(new Date(now.getTime() + days * DAY_MS));
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
