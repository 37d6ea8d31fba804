import type { CorrectionRule } from '#contracts/model';
import type { GuardElement, GuardText } from './elements.ts';
import type { Term } from './terms/term-index.ts';

/** Everything that a rule may look at. */
export interface GuardContext {
  readonly heard: GuardText;
  readonly now: GuardText;
  /** Whether rules of English apply. */
  readonly english: boolean;
  /** The glossary term that elements of the answer are, in its spelling. */
  readonly termAt: (nowFrom: number, nowTo: number) => Term | null;
  /** Whether an element that was heard is also in the other text, at the same place. */
  readonly isKept: (heardAt: number) => boolean;
}

/** Elements that are to be replaced by others; both are at the given indices, ends exclusive. */
export interface Proposal {
  readonly context: GuardContext;
  readonly heard: readonly GuardElement[];
  readonly now: readonly GuardElement[];
  readonly heardFrom: number;
  readonly nowFrom: number;
  /** End of the heard elements that differ between the two texts around this proposal. */
  readonly stretchTo: number;
}

/** The smallest and the largest number of elements. */
type Counts = readonly [least: number, most: number];

/** A reason why a replacement cannot change the meaning. */
export interface ProofRule {
  /** Under which name the change is recorded. */
  readonly rule: CorrectionRule;
  readonly heardCounts: Counts;
  readonly nowCounts: Counts;
  /** Whether it takes out what a speaker did not mean to say. A verbatim transcript keeps that. */
  readonly disfluency?: boolean;
  /** Whether it holds for texts in any language. */
  readonly anyLanguage?: boolean;
  readonly proves: (proposal: Proposal) => boolean;
}

const SENTENCE_END = /[.!?…:。！？¿¡"“”«»(]/u;

/** Whether an element is the first of a text or of a sentence in it. */
export function opensSentence(text: GuardText, at: number): boolean {
  return at === 0 || SENTENCE_END.test(text.gap(at));
}

/** Whether an element has a capital that is not that of a sentence, as names have. */
export function looksLikeName(text: GuardText, at: number): boolean {
  const element = text.elements[at];
  if (element === undefined || element.kind !== 'word' || !/^\p{Lu}/u.test(element.text))
    return false;
  return !opensSentence(text, at) && element.key !== 'i' && !element.key.startsWith("i'");
}
