import { inject, provide, shallowReactive, type InjectionKey } from 'vue';
import type { Report } from '../api/types.ts';

/** The latest reports that the page of a project shows, by the name of their agent. */
export type ShownReports = Map<string, Report>;

const KEY: InjectionKey<ShownReports> = Symbol('shown reports');

/** Lets the dashboards of a page share their reports with the evidence drawer. */
export function provideShownReports(): ShownReports {
  const reports: ShownReports = shallowReactive(new Map<string, Report>());
  provide(KEY, reports);
  return reports;
}

/** The reports that the page shows; an empty map outside a project. */
export function useShownReports(): ShownReports {
  return inject(KEY, () => new Map<string, Report>(), true);
}
