import { DEFAULT_SPEAKER, type TimeRange } from '#contracts/model';

/** A range in which somebody speaks whose label is known. */
export interface LabelledRange extends TimeRange {
  readonly label: string;
}

/** What is known of labels before speakers get theirs. */
export interface KnownLabels {
  /** When those spoke of whom people have decided something. Their voices keep their labels. */
  readonly held: readonly LabelledRange[];
  /** Labels that stand for somebody else. */
  readonly taken: ReadonlySet<string>;
}

/** The label of a speaker who has no name. @param number from 1 */
export function speakerLabel(number: number): string {
  return `Speaker ${number}`;
}

/** Whether a name is a label that tells nobody. */
export function isSpeakerLabel(name: string): boolean {
  return name === DEFAULT_SPEAKER || /^Speaker \d+$/u.test(name);
}

/**
 * The labels of the speakers of a recording: "Speaker 1", "Speaker 2" in the order in which they first speak. A
 * speaker keeps a held label whose ranges share most time with theirs; each label goes to one speaker, the largest
 * share first.
 * @param turns in order
 * @returns the label of each speaker, by number
 */
export function speakerLabels(
  turns: readonly (TimeRange & { readonly speaker: number })[],
  { held, taken }: KnownLabels,
): ReadonlyMap<number, string> {
  const kept = keptLabels(turns, held);
  const used = new Set([...taken, ...held.map(({ label }) => label)]);
  const labels = new Map<number, string>();
  let number = 1;
  for (const { speaker } of turns) {
    if (labels.has(speaker)) continue;
    while (used.has(speakerLabel(number))) number += 1;
    const label = kept.get(speaker) ?? speakerLabel(number);
    used.add(label);
    labels.set(speaker, label);
  }
  return labels;
}

interface Share {
  readonly speaker: number;
  readonly label: string;
  readonly ms: number;
}

function keptLabels(
  turns: readonly (TimeRange & { readonly speaker: number })[],
  held: readonly LabelledRange[],
): ReadonlyMap<number, string> {
  const kept = new Map<number, string>();
  const given = new Set<string>();
  for (const { speaker, label } of sharesOf(turns, held)) {
    if (kept.has(speaker) || given.has(label)) continue;
    kept.set(speaker, label);
    given.add(label);
  }
  return kept;
}

/** How long each speaker speaks where each label does, the longest first. */
function sharesOf(
  turns: readonly (TimeRange & { readonly speaker: number })[],
  held: readonly LabelledRange[],
): readonly Share[] {
  const shares = new Map<string, Share>();
  const ordered = [...held].sort((a, b) => a.startMs - b.startMs);
  let first = 0;
  for (const { speaker, startMs, endMs } of turns) {
    while ((ordered[first]?.endMs ?? Infinity) <= startMs) first += 1;
    for (let n = first; (ordered[n]?.startMs ?? Infinity) < endMs; n += 1) {
      const range = ordered[n];
      if (range === undefined) break;
      const ms = Math.min(endMs, range.endMs) - Math.max(startMs, range.startMs);
      if (ms <= 0) continue;
      const key = `${speaker} ${range.label}`;
      shares.set(key, { speaker, label: range.label, ms: ms + (shares.get(key)?.ms ?? 0) });
    }
  }
  return [...shares.values()].sort((a, b) => b.ms - a.ms);
}
