import { exportedReportSchema } from '#contracts/export';
import type { ImportedFact, ImportedProjectsRepository, ImportedReport } from '#store';
import { readReports } from './read-facts.ts';
import type { Storing } from './storing.ts';

const FACT = /^fct_[0-9a-z]{26}$/;

/** Stores the reports of projects, whose facts are stored. */
export class StoredReports {
  constructor(
    private readonly projects: ImportedProjectsRepository,
    private readonly storing: Storing,
  ) {}

  /**
   * Stores the reports all of whose facts are here.
   * @param facts as they are here, by their ids where they come from
   * @returns how many others there are
   */
  async store(
    { folder, projectId }: { readonly folder: string; readonly projectId: string },
    facts: ReadonlyMap<string, ImportedFact>,
  ): Promise<number> {
    const { archive, importing, progress, cited } = this.storing;
    let others = 0;
    for await (const value of readReports(archive, folder, progress.signal)) {
      const sources = new Set<string>();
      const missing = new Set<string>();
      const here = translated(value, (text) => {
        const fact = facts.get(text);
        if (fact !== undefined) sources.add(fact.sourceId);
        else if (FACT.test(text)) missing.add(text);
        return fact?.id ?? cited.idOf(text) ?? text;
      });
      const report = exportedReportSchema.parse(here);
      const imported: ImportedReport = { report, sourceIds: [...sources] };
      if (missing.size === 0) await this.projects.storeReports(importing, projectId, [imported]);
      else others += 1;
    }
    return others;
  }
}

/** The same value with other texts. */
function translated(value: unknown, translate: (text: string) => string): unknown {
  return JSON.parse(JSON.stringify(value), (_name, inner: unknown) =>
    typeof inner === 'string' ? translate(inner) : inner,
  );
}
