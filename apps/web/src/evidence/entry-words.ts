import type { ReportEntry } from '../api/types.ts';
import { formatFactDate, formatFactValue } from '../dashboard/figure-words.ts';
import type { Tone } from '../tasks/task-words.ts';

/** What has become of an entry, and why. */
export interface EntryState {
  readonly label: string;
  readonly tone: Tone;
  /** A sentence; `null` when the label says all. */
  readonly reason: string | null;
}

const HELD = {
  unclear: 'Its words were heard unclearly, so it does not count until somebody confirms it.',
  possible: 'It was only said to be possible, so it does not count until somebody confirms it.',
} as const;

/** An entry that another one refers to. */
export type Referred = Pick<ReportEntry, 'label' | 'value' | 'saidOn'>;

/**
 * Says whether an entry counts.
 *
 * @param entry - The entry.
 * @param find - Finds an entry by its id.
 */
export function stateInWords(
  entry: Pick<ReportEntry, 'state' | 'held' | 'supersededBy' | 'disputes'>,
  find: (id: string) => Referred | undefined,
): EntryState {
  const name = (id: string) => nameOf(find(id));
  switch (entry.state) {
    case 'held':
      return { label: 'Held', tone: 'muted', reason: HELD[entry.held ?? 'possible'] };
    case 'superseded': {
      const by = entry.supersededBy === null ? 'a later statement' : name(entry.supersededBy);
      return { label: 'Superseded', tone: 'muted', reason: `Superseded by ${by}.` };
    }
    case 'rejected':
      return { label: 'Rejected', tone: 'bad', reason: 'Somebody decided that it does not count.' };
    case 'counted':
      if (entry.disputes.length === 0) return { label: 'Counted', tone: 'good', reason: null };
      return {
        label: 'Disputed',
        tone: 'bad',
        reason: `Contradicted by ${entry.disputes.map(name).join(', and by ')}.`,
      };
  }
}

/** A short text about an entry, such as `“Venue deposit”, €4,000, said on 14 Sept 2026`. */
export function nameOf(entry: Referred | undefined): string {
  if (entry === undefined) return 'another statement';
  const said =
    entry.saidOn === null
      ? 'in the plan'
      : `said on ${formatFactDate({ date: entry.saidOn, precision: 'day' })}`;
  const value = entry.value === null ? [] : [formatFactValue(entry.value)];
  return [`“${entry.label}”`, ...value, said].join(', ');
}

const DECISIONS: Readonly<Record<NonNullable<ReportEntry['decided']>, string>> = {
  confirmed: 'Confirmed by a person.',
  rejected: 'Rejected by a person.',
  corrected: 'Corrected by a person.',
  sameAs: 'A person decided that it says the same as another statement.',
};

/** What a person decided, in a sentence. */
export function decisionInWords(kind: NonNullable<ReportEntry['decided']>): string {
  return DECISIONS[kind];
}
