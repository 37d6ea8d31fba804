import type { TaskRun } from '#contracts/tasks';
import { databaseNameOf } from '../postgres/database-names.ts';
import { onConnection } from '../postgres/on-connection.ts';
import {
  readMark,
  replacedPrefix,
  scratchPrefix,
  type ScratchPurpose,
} from '../postgres/scratch/scratch-mark.ts';
import { factsOf, factsOfAll, type DatabaseFacts } from './database-facts.ts';
import { readMaintenanceMark } from './maintenance-mark.ts';
import { RestoreEnding } from './restore-ending.ts';
import { runNamed } from './restore-run.ts';

const OF_RESTORES: readonly string[] = ['restore', 'replaced'] satisfies ScratchPurpose[];

/** Finds restores that nobody continues, by the marks that they have left on databases. */
export class AbandonedRestores {
  private readonly own: string;

  private readonly ending: RestoreEnding;

  /** @param url `postgresql://…` of the installation's own database */
  constructor(private readonly url: string) {
    this.own = databaseNameOf(url);
    this.ending = new RestoreEnding(url);
  }

  /**
   * Ends them, so that the installation is as before them and can be written to.
   * @param isAlive whether something continues the restore of a run
   * @returns the runs that were ended
   */
  async end(isAlive: (run: TaskRun) => Promise<boolean>): Promise<readonly TaskRun[]> {
    const ended: TaskRun[] = [];
    for (const name of await this.runs()) {
      const run = runNamed(name);
      if (run === null || (await isAlive(run))) continue;
      await this.ending.undo(run);
      ended.push(run);
    }
    return ended;
  }

  /** Names of the runs of all marks, each once. */
  private async runs(): Promise<readonly string[]> {
    const { own } = this;
    return onConnection(this.url, async (client) => {
      const facts = await factsOf(client, own);
      const others = await factsOfAll(client, [scratchPrefix(own), replacedPrefix(own)]);
      const holder = readMaintenanceMark(facts?.comment ?? null)?.run;
      const runs = others.flatMap((each) => this.runOf(each));
      return [...new Set(holder === undefined ? runs : [holder, ...runs])];
    });
  }

  private runOf({ comment }: DatabaseFacts): readonly string[] {
    const mark = readMark(comment);
    const isOurs = mark?.installation === this.own && OF_RESTORES.includes(mark.purpose);
    return isOurs ? [mark.run] : [];
  }
}
