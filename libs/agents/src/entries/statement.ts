import type { Fact } from '#contracts/model';
import type { AgentDefinition } from '../agent.ts';
import { sourceOf } from './facts-in-order.ts';
import { subjectOf, type Subject, type TypeWords } from './subject.ts';
import { dateKey, valueKey } from './value-key.ts';

/** A fact as it was read, with what it is compared by. */
export interface Statement {
  readonly fact: Fact;
  readonly type: string;
  readonly source: string;
  readonly subject: Subject;
  readonly value: string;
  readonly on: string | null;
  /** In lower case. */
  readonly who: string | null;
  readonly isSingleValued: boolean;
  /** Whether it speaks of one more thing of the kind, as "another 300" does. */
  readonly isAnother: boolean;
}

/** Makes statements of the facts of an agent. */
export function statementReader(
  agent: AgentDefinition,
  typeWords: TypeWords,
): (fact: Fact) => Statement {
  const singleValued = new Set(agent.singleValued);
  const apart = new Set(agent.apartByStatus);
  const noWords: ReadonlySet<string> = new Set();
  return (fact) => {
    const { type, label, value, on, who, quote, status } = fact;
    const source = sourceOf(fact);
    return {
      ...{ fact, type, source, on: dateKey(on) },
      value: apart.has(type) ? `${valueKey(value)} ${status ?? ''}` : valueKey(value),
      subject: subjectOf(label, value, typeWords.get(type) ?? noWords, source),
      who: who?.toLowerCase() ?? null,
      isSingleValued: singleValued.has(type),
      isAnother: speaksOfAnother(quote),
    };
  };
}

/** Whether a quote speaks of one more thing of the kind. */
export function speaksOfAnother(quote: string): boolean {
  return ANOTHER.test(quote);
}

/** Words for one more thing of a kind, in English, German, French and Spanish. */
const ANOTHER = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    'another|additional|additionally|further|one more|an extra|a second|a third',
    'weiteren?|weitere[rsm]|zusätzlich|zusätzliche[nrsm]?|nochmals|noch einmal',
    'une? autre|encore une?|supplémentaires?|en plus',
    'otr[oa]s?|adicional|adicionales',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);
