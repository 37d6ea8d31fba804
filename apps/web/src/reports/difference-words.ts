import type { ReportEntry } from '../api/types.ts';
import { formatFactDate, formatFactValue } from '../dashboard/figure-words.ts';

/** An entry in a line, such as `Venue deposit · €4,000 · 14 Sept 2026 · paid`. */
export function entryInWords(entry: ReportEntry): string {
  return [entry.label, ...partsOf(entry).map(({ words }) => words)]
    .filter((part) => part !== '')
    .join(' · ');
}

/**
 * What has become of an entry, such as `Venue deposit (14 Sept 2026): €4,000 → €4,400`: what tells
 * entries of one name apart, and what differs.
 */
export function changesInWords(change: { before: ReportEntry; after: ReportEntry }): string {
  const { before, after } = change;
  const now = new Map(changeableIn(after).map(({ name, words }) => [name, words]));
  const changed = changeableIn(before).flatMap(({ name, words }) => {
    const later = now.get(name) ?? '';
    return later === words ? [] : [`${orNone(words)} → ${orNone(later)}`];
  });
  const renamed = before.label === after.label ? [] : [`was “${before.label}”`];
  return `${after.label}${detailOf(before, after)}: ${[...renamed, ...changed].join(', ')}`;
}

const orNone = (words: string) => (words === '' ? 'none' : words);

/** In a change, that an entry counts is told too. */
function changeableIn(entry: ReportEntry) {
  return partsOf(entry).map((part) =>
    part.name === 'state' ? { ...part, words: entry.state } : part,
  );
}

const TELLING: readonly string[] = ['value', 'on', 'who'];

/** What has stayed as it was of what an entry is told by; otherwise when it was said. */
function detailOf(before: ReportEntry, after: ReportEntry): string {
  const earlier = new Map(partsOf(before).map(({ name, words }) => [name, words]));
  const same = partsOf(after)
    .filter(({ name, words }) => TELLING.includes(name) && earlier.get(name) === words)
    .map(({ words }) => words)
    .filter((words) => words !== '');
  const details = same.length > 0 ? same : saidIn(after);
  return details.length === 0 ? '' : ` (${details.join(', ')})`;
}

function saidIn({ saidOn }: ReportEntry): readonly string[] {
  return saidOn === null ? [] : [`said on ${formatFactDate({ date: saidOn, precision: 'day' })}`];
}

function partsOf(entry: ReportEntry) {
  return [
    { name: 'value', words: entry.value === null ? '' : formatFactValue(entry.value) },
    { name: 'on', words: entry.on === null ? '' : formatFactDate(entry.on) },
    { name: 'who', words: entry.who ?? '' },
    { name: 'status', words: entry.status ?? '' },
    { name: 'category', words: entry.category ?? '' },
    { name: 'state', words: entry.state === 'counted' ? '' : entry.state },
  ];
}
