import type { Fact } from '#contracts/model';
import type { Statement } from './statement.ts';
import { isGeneric, type Subject } from './subject.ts';

/** What a group is about: as its first statement says, or as what that one corrects. */
export interface Topic {
  readonly subject: Subject;
  readonly label: string;
  readonly category: string | null;
}

/** Facts that say the same. */
export class StatementGroup {
  readonly facts: Fact[] = [];
  readonly type: string;
  readonly value: string;
  /** Set once any of its facts states it. */
  on: string | null = null;
  who: string | null = null;
  /** Whether a later statement corrects it; what is said afterwards is not the same any more. */
  isClosed = false;
  /** The order of its last statement among all. */
  lastAt = 0;
  private readonly sources = new Set<string>();

  constructor(
    /** Its place among the groups, in the order of their first facts. */
    readonly at: number,
    readonly first: Statement,
    /** Set again once a statement says more than that it is about what was talked of. */
    public topic: Topic,
  ) {
    this.type = first.type;
    this.value = first.value;
  }

  take({ fact, on, who, source, subject }: Statement, order: number): void {
    const { label, category } = fact;
    if (isGeneric(this.topic.subject)) this.topic = { subject, label, category };
    this.facts.push(fact);
    this.on ??= on;
    this.who ??= who;
    this.lastAt = order;
    this.sources.add(source);
  }

  /**
   * Whether a statement of equal value and subject says the same again. Different dates or people
   * make it another one, and so does "another", where the first one did not say so; also another row
   * of the same document, unless there is only one value at a time.
   */
  isRepeatedBy({ fact, on, who, source, isSingleValued, isAnother }: Statement): boolean {
    const isOtherRow = fact.citation.kind === 'written' && this.sources.has(source);
    return (
      !this.isClosed &&
      (!isAnother || this.first.isAnother) &&
      agree(this.on, on) &&
      agree(this.who, who) &&
      (isSingleValued || !isOtherRow)
    );
  }
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}
