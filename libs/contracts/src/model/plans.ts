/** When the reports of a project are made without a request. */
export const REFRESH_RULES = ['manual', 'onChange', 'daily', 'weekly'] as const;
export type RefreshRule = (typeof REFRESH_RULES)[number];

/** An amount that is planned for a category. */
export interface PlannedAmount {
  readonly category: string;
  /** `2026-11`; `null` when it is for the whole project. */
  readonly month: string | null;
  /** Decimal string. */
  readonly amount: string;
}

/** Something that is to be reached. */
export interface PlannedGoal {
  readonly name: string;
  /** Decimal string; `null` for a goal without a number. */
  readonly target: string | null;
  /** Unit of the target; `''` for a plain number. */
  readonly unit: string;
  /** ISO 8601 date. */
  readonly by: string | null;
}

/** A planned date. */
export interface PlannedMilestone {
  readonly name: string;
  /** ISO 8601 date. */
  readonly on: string;
}

/** Budget and plan of a project, as a person has entered them; amounts are in its currency. */
export interface ProjectPlan {
  readonly budget: readonly PlannedAmount[];
  readonly goals: readonly PlannedGoal[];
  readonly milestones: readonly PlannedMilestone[];
}

/** The plan of a project without one. */
export const EMPTY_PLAN: ProjectPlan = { budget: [], goals: [], milestones: [] };
