import type { ExportCounts } from '#contracts/model';

const NOTHING: ExportCounts = {
  ...{ conversations: 0, projects: 0, clips: 0, documents: 0, memories: 0, events: 0 },
  problems: 0,
};

/** Counts what is collected. */
export class Tally {
  private readonly tally: { -readonly [Name in keyof ExportCounts]: number } = { ...NOTHING };

  add(what: keyof ExportCounts): void {
    this.tally[what] += 1;
  }

  get counts(): ExportCounts {
    return { ...this.tally };
  }
}
