import type { Fact } from '#contracts/model';
import type { Steps } from '../steps.ts';
import { CorrectedGroups } from './corrected-groups.ts';
import { GroupIndex } from './group-index.ts';
import { LooseFields } from './loose-fields.ts';
import { StatementGroup, type Topic } from './statement-group.ts';
import type { Statement } from './statement.ts';
import { isGeneric } from './subject.ts';

/** A group whose statement says that it replaces that of another one; both by their places. */
export interface Correction {
  readonly by: number;
  readonly of: number;
}

/** Statements as they were made, before the decisions of people. */
export interface Grouping {
  /** In the order of their first facts. */
  readonly groups: readonly StatementGroup[];
  /** In the order in which they were said. */
  readonly corrections: readonly Correction[];
}

/** Facts of one step, which take a millisecond or two. */
const FACTS_TOGETHER = 50;

/**
 * Joins statements that say the same, and finds what each correction replaces.
 * @param facts in the order in which they were said
 * @param read makes a statement of a fact
 */
export function* groupStatements(
  facts: readonly Fact[],
  read: (fact: Fact) => Statement,
): Steps<Grouping> {
  const grouper = new Grouper();
  for (const [order, fact] of facts.entries()) {
    if (order % FACTS_TOGETHER === 0) yield;
    grouper.add(read(fact), order);
  }
  return grouper;
}

class Grouper implements Grouping {
  readonly groups: StatementGroup[] = [];
  readonly corrections: Correction[] = [];
  private readonly byValue = new GroupIndex();
  private readonly correctable = new CorrectedGroups();

  add(statement: Statement, order: number): void {
    const corrected = statement.fact.corrects ? this.correctable.of(statement) : [];
    const group = this.repeatedBy(statement) ?? this.newGroup(statement, corrected[0] ?? null);
    group.take(statement, order);
    this.remember(group, statement);
    for (const target of corrected) {
      this.corrections.push({ by: group.at, of: target.at });
      if (isStrong(statement.fact)) target.isClosed = true;
    }
  }

  private repeatedBy(statement: Statement): StatementGroup | null {
    const { subject, on, who } = statement;
    const accepts = (group: StatementGroup) => group.isRepeatedBy(statement);
    return this.byValue.latest(keyOf(statement), subject, new LooseFields([on, who]), accepts);
  }

  /** A correction that does not say what it is about is about what it corrects. */
  private newGroup(statement: Statement, corrected: StatementGroup | null): StatementGroup {
    const { fact, subject } = statement;
    const own: Topic = { subject, label: fact.label, category: fact.category };
    const topic = isGeneric(subject) ? (corrected?.topic ?? own) : own;
    const group = new StatementGroup(this.groups.length, statement, topic);
    this.groups.push(group);
    return group;
  }

  private remember(group: StatementGroup, statement: Statement): void {
    const fields = new LooseFields([group.on, group.who]);
    for (const subject of new Set([group.topic.subject, statement.subject])) {
      this.byValue.add(keyOf(statement), subject, fields, group);
    }
    this.correctable.add(group, statement);
  }
}

function keyOf({ type, value }: Statement): string {
  return `${type}\n${value}`;
}

/** Whether a fact counts: what was heard unclearly or is only possible corrects nothing yet. */
function isStrong({ decision, clear, certainty }: Fact): boolean {
  if (decision?.kind === 'rejected') return false;
  if (decision?.kind === 'confirmed' || decision?.kind === 'corrected') return true;
  return clear && certainty === 'certain';
}
