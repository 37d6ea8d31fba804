import type { ReportEntry } from '../api/types.ts';
import { formatFactDate, formatFactValue } from '../dashboard/figure-words.ts';

/** An entry in a line, such as `Venue deposit · €4,000 · 14 Sept 2026 · paid`. */
export function entryInWords(entry: ReportEntry): string {
  return [entry.label, ...partsOf(entry).map(({ words }) => words)]
    .filter((part) => part !== '')
    .join(' · ');
}

/**
 * What has become of an entry, such as `Venue deposit: €4,000 → €4,400`. Only what differs is
 * named.
 */
export function changesInWords(change: { before: ReportEntry; after: ReportEntry }): string {
  const after = new Map(partsOf(change.after).map(({ name, words }) => [name, words]));
  const changed = partsOf(change.before).flatMap(({ name, words }) => {
    const now = after.get(name) ?? '';
    return now === words ? [] : [`${words === '' ? 'none' : words} → ${now === '' ? 'none' : now}`];
  });
  const renamed =
    change.before.label === change.after.label ? [] : [`was “${change.before.label}”`];
  return `${change.after.label}: ${[...renamed, ...changed].join(', ')}`;
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
