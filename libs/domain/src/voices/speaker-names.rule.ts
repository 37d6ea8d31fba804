import { isSpeakerLabel } from './speaker-labels.rule.ts';
import { voiceCentroid } from './voice-profiles.rule.ts';
import { retoldNarrative } from '../memories/retold.rule.ts';

/** A decision of a person: what somebody is called. */
export interface NameDecision {
  /** What these speakers were called before anybody decided: the labels of their voices, or their first names. */
  readonly bases: readonly string[];
  readonly name: string;
}

/**
 * What a speaker is called: as the latest decision says that is about them.
 * @param base the label of the voice, or the first name
 * @param decisions in order, without those that were undone
 */
export function speakerName(base: string, decisions: readonly NameDecision[]): string {
  return decisions.findLast(({ bases }) => bases.includes(base))?.name ?? base;
}

/**
 * The names that change everywhere when turns get other names.
 * @param turns their names before and after
 * @returns new names by old ones. A name that only some of its turns lose is not among them, because a text may mean
 * the others.
 */
export function replacedNames(
  turns: readonly { readonly before: string; readonly after: string }[],
): ReadonlyMap<string, string> {
  const after = Map.groupBy(turns, ({ before }) => before);
  const replaced = [...after].flatMap(([name, all]): [string, string][] => {
    const names = new Set(all.map((turn) => turn.after));
    const [only] = names;
    return names.size === 1 && only !== undefined && only !== name ? [[name, only]] : [];
  });
  return new Map(replaced);
}

/**
 * Whether turns get other names and nothing else: speakers who were apart stay apart, and those who were one stay one.
 */
export function isOnlyRenamed(
  turns: readonly { readonly before: string; readonly after: string }[],
): boolean {
  const pairs = new Set(turns.map(({ before, after }) => JSON.stringify([before, after])));
  const count = (side: 'before' | 'after') => new Set(turns.map((turn) => turn[side])).size;
  return pairs.size === count('before') && pairs.size === count('after');
}

/**
 * Replaces names in a text, where they are words of their own. All are replaced at once, so two names may change places.
 * @param names new names by old ones
 */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  // The longest first, so that a name that begins another does not hide it.
  const known = [...names.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const places = new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return text.replace(places, (name) => names.get(name) ?? name);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** The rules by which speakers get names, by which what was made of their words follows, and by which voices are known. */
export const NAME_RULES = {
  nameOf: speakerName,
  replaced: replacedNames,
  isOnlyRenamed,
  withNames,
  retold: retoldNarrative,
  isLabel: isSpeakerLabel,
  voiceOf: voiceCentroid,
} as const;
