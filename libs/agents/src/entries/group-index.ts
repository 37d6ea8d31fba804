import { LooseIndex } from './loose-index.ts';
import type { StatementGroup } from './statement-group.ts';
import type { Subject } from './subject.ts';

/**
 * Finds groups whose subject is the same, or contained in the other: "deposit" and "venue deposit".
 */
export class GroupIndex {
  private readonly index = new LooseIndex<StatementGroup>();

  /** @param fields what must agree where both know it */
  add(key: string, subject: Subject, fields: readonly (string | null)[], group: StatementGroup) {
    this.index.add(`${key}\nis ${subject.exact}`, fields, group);
    for (const part of subject.parts) this.index.add(`${key}\nhas ${part}`, fields, group);
  }

  /** The group of the latest statement among those that are accepted; `null` when there is none. */
  latest(
    key: string,
    subject: Subject,
    fields: readonly (string | null)[],
    accepts: (group: StatementGroup) => boolean,
  ): StatementGroup | null {
    const containing = this.index.find(`${key}\nhas ${subject.exact}`, fields, accepts);
    const contained = subject.parts.flatMap((part) =>
      this.index.find(`${key}\nis ${part}`, fields, accepts),
    );
    return [...containing, ...contained].reduce<StatementGroup | null>(
      (latest, group) => (latest === null || group.lastAt > latest.lastAt ? group : latest),
      null,
    );
  }
}
