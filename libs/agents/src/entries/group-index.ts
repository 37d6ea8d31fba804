import type { LooseFields } from './loose-fields.ts';
import { LooseIndex } from './loose-index.ts';
import type { StatementGroup } from './statement-group.ts';
import type { Subject } from './subject.ts';

type Shelves = Map<string, LooseIndex<StatementGroup>>;

/** Groups by what their labels are, and by what their labels contain. */
interface Section {
  readonly exact: Shelves;
  readonly containing: Shelves;
}

/**
 * Finds groups whose subject is the same, or contained in the other: "deposit" and "venue deposit".
 */
export class GroupIndex {
  private readonly sections = new Map<string, Section>();

  /** @param fields what must agree where both know it */
  add(key: string, subject: Subject, fields: LooseFields, group: StatementGroup): void {
    const section = this.sections.get(key) ?? { exact: new Map(), containing: new Map() };
    this.sections.set(key, section);
    shelfIn(section.exact, subject.exact).add(fields, group);
    for (const part of subject.parts) shelfIn(section.containing, part).add(fields, group);
  }

  /** The group of the latest statement among those that are accepted; `null` when there is none. */
  latest(
    key: string,
    { exact, parts }: Subject,
    fields: LooseFields,
    accepts: (group: StatementGroup) => boolean,
  ): StatementGroup | null {
    const section = this.sections.get(key);
    const containing = section?.containing.get(exact)?.find(fields, accepts) ?? [];
    const contained = parts.flatMap(
      (part) => section?.exact.get(part)?.find(fields, accepts) ?? [],
    );
    return [...containing, ...contained].reduce<StatementGroup | null>(
      (latest, group) => (latest === null || group.lastAt > latest.lastAt ? group : latest),
      null,
    );
  }
}

function shelfIn(shelves: Shelves, name: string): LooseIndex<StatementGroup> {
  const shelf = shelves.get(name) ?? new LooseIndex<StatementGroup>();
  shelves.set(name, shelf);
  return shelf;
}
