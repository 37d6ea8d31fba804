import { singular } from '../../text/singular.ts';
import { workVerb } from '../rules/verbs.ts';

/** What a label is about. */
export interface Subject {
  /** The base form of the verb of work at its start; `null` for none. */
  readonly verb: string | null;
  /** Its other words that mean something, each once, without endings. */
  readonly words: ReadonlySet<string>;
}

/** Words that say nothing of what a label is about. */
const EMPTY = new Set(
  (
    'the a an of to in on for with by at from and or our my your their his her its this that all some be is are ' +
    'was were has have had been will we i you they it date deadline new up out off back about now not then ' +
    'der die das den dem des ein eine einen und für mit von zum zur im am le la les un une de du des et pour avec ' +
    'el los las una y del al con para'
  ).split(' '),
);

/** A verb that says only that something is done. */
const ANY_WORK = new Set(['do', 'finish', 'complete', 'handle', 'take', 'deliver', 'make', 'set']);

/** At least this share of the words of the shorter label must be in the other one. */
const MIN_SHARED = 0.6;

/** What a label is about. */
export function subjectOf(label: string): Subject {
  const words = label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const verb = words.length > 1 ? workVerb(words[0] ?? '') : null;
  const others = (verb === null ? words : words.slice(1)).filter((word) => !EMPTY.has(word));
  return { verb, words: new Set(others.map(keyOf)) };
}

/** Equal for labels of the same words, whatever their order and endings. */
export function subjectKey({ words }: Subject): string {
  return [...words].sort().join(' ');
}

/** How much two labels speak of the same, from 0 to 1; 0 when their verbs differ. */
export function likeness(one: Subject, other: Subject): number {
  if (!isSameWork(one.verb, other.verb)) return 0;
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  const share = shared / Math.max(1, Math.min(one.words.size, other.words.size));
  return share < MIN_SHARED ? 0 : share;
}

/** Whether two verbs of work may speak of the same work; `null` for none. */
export function isSameWork(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return true;
  return ANY_WORK.has(one) || ANY_WORK.has(other);
}

/** A word without its ending: of long words the first letters, which are the same in all forms. */
function keyOf(word: string): string {
  return singular(workVerb(word) ?? word).slice(0, 7);
}
