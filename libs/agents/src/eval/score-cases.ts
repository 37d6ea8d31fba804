import type { FactDraft, FactReader } from '#contracts/model';
import type { AgentCase, ExpectedFact } from './case-format.ts';
import { isExpected } from './is-expected.ts';

/** How well a reader reads cases. */
export interface CaseScore {
  readonly cases: number;
  readonly expected: number;
  /** Expected facts that were read. */
  readonly found: number;
  /** Facts that were read as certain. */
  readonly certain: number;
  /** Facts that were read as certain and are expected so. */
  readonly right: number;
}

/** What is wrong with what was read in a case. */
export interface CaseFault {
  readonly id: string;
  readonly missing: readonly ExpectedFact[];
  /** Facts that were read as certain and are not expected. */
  readonly wrong: readonly FactDraft[];
}

/** The scores of a reader, and what it read wrongly. */
export interface CaseScores {
  readonly total: CaseScore;
  readonly byKind: ReadonlyMap<string, CaseScore>;
  readonly faults: readonly CaseFault[];
}

const NOTHING: CaseScore = { cases: 0, expected: 0, found: 0, certain: 0, right: 0 };

/** Reads every case, each as a source of its own, and compares the facts with the expected ones. */
export function scoreCases(reader: FactReader, cases: readonly AgentCase[]): CaseScores {
  const byKind = new Map<string, CaseScore>();
  const faults: CaseFault[] = [];
  let total = NOTHING;
  for (const one of cases) {
    const { score, fault } = scoreCase(reader, one);
    total = added(total, score);
    byKind.set(one.kind, added(byKind.get(one.kind) ?? NOTHING, score));
    if (fault.missing.length + fault.wrong.length > 0) faults.push(fault);
  }
  return { total, byKind, faults };
}

/** Share of the certain facts that are right; 1 when there are none. */
export function precisionOf({ certain, right }: CaseScore): number {
  return certain === 0 ? 1 : right / certain;
}

/** Share of the expected facts that were found; 1 when there are none. */
export function recallOf({ expected, found }: CaseScore): number {
  return expected === 0 ? 1 : found / expected;
}

function scoreCase(
  reader: FactReader,
  { id, said, currency = 'EUR', expect }: AgentCase,
): { readonly score: CaseScore; readonly fault: CaseFault } {
  const read = reader.read({ before: [], lines: said }, { currency, categories: [] });
  const left = [...read];
  const missing = expect.filter((expected) => !take(left, expected));
  const wrong = left.filter(isCertain);
  const certain = read.filter(isCertain).length;
  return {
    score: {
      cases: 1,
      expected: expect.length,
      found: expect.length - missing.length,
      certain,
      right: certain - wrong.length,
    },
    fault: { id, missing, wrong },
  };
}

/** Removes the first draft that is the expected fact; each draft counts for one. */
function take(left: FactDraft[], expected: ExpectedFact): boolean {
  const at = left.findIndex((draft) => isExpected(draft, expected));
  if (at >= 0) left.splice(at, 1);
  return at >= 0;
}

function isCertain({ certainty }: FactDraft): boolean {
  return certainty === 'certain';
}

function added(one: CaseScore, other: CaseScore): CaseScore {
  return {
    cases: one.cases + other.cases,
    expected: one.expected + other.expected,
    found: one.found + other.found,
    certain: one.certain + other.certain,
    right: one.right + other.right,
  };
}
