import { isAlternative, kindOf } from './alternative.ts';
import { GroupIndex } from './group-index.ts';
import { LooseFields } from './loose-fields.ts';
import type { StatementGroup } from './statement-group.ts';
import type { Statement } from './statement.ts';
import { isGeneric } from './subject.ts';
import { subjectKey } from './subject-key.ts';

/** A correction replaces so many of the latest values of its subject. */
const MOST_REPLACED = 20;

/** Finds the groups that a correction replaces. */
export class CorrectedGroups {
  private readonly bySubject = new GroupIndex();
  private readonly singleValues = new Map<string, StatementGroup[]>();
  private readonly waiting: (readonly [StatementGroup, Statement])[] = [];

  /** Stores a statement of a group. It is indexed at the first correction: most facts correct nothing. */
  add(group: StatementGroup, statement: Statement): void {
    this.waiting.push([group, statement]);
  }

  /**
   * What a correction replaces: of a type with a single value, all that was said of its subject; of
   * other types the latest statement about it. A correction that does not say what it is about
   * replaces the latest of its type in the same source.
   */
  of(statement: Statement): readonly StatementGroup[] {
    for (const [group, earlier] of this.waiting.splice(0)) this.index(group, earlier);
    const isReplaced = (group: StatementGroup) =>
      !group.isClosed && isAlternative(statement, group);
    const { subject, who, isSingleValued } = statement;
    const byItself = isSingleValued && !isGeneric(subject);
    const latest = byItself
      ? null
      : this.bySubject.latest(keyOf(statement), subject, new LooseFields([who]), isReplaced);
    if (!isSingleValued) return latest === null ? [] : [latest];
    const key = latest === null ? keyOfStatement(statement) : keyOfGroup(latest);
    const groups = this.singleValues.get(key) ?? [];
    const replaced = groups.slice(-MOST_REPLACED).filter(isReplaced).reverse();
    return [...new Set(latest === null ? replaced : [latest, ...replaced])];
  }

  private index(group: StatementGroup, statement: Statement): void {
    const fields = new LooseFields([group.who]);
    for (const subject of new Set([group.topic.subject, statement.subject])) {
      this.bySubject.add(keyOf(statement), subject, fields, group);
    }
    if (!statement.isSingleValued || statement !== group.first) return;
    const key = keyOfGroup(group);
    const groups = this.singleValues.get(key);
    if (groups === undefined) this.singleValues.set(key, [group]);
    else groups.push(group);
  }
}

function keyOf({ type, fact }: Statement): string {
  return `${type}\n${kindOf(fact.value)}`;
}

function keyOfGroup({ topic, first }: StatementGroup): string {
  return subjectKey({ ...first.fact, ...topic });
}

function keyOfStatement({ fact, subject }: Statement): string {
  return subjectKey({ ...fact, subject });
}
