import type { RouteLocationRaw } from 'vue-router';
import type { ReportHead } from '../api/types.ts';
import { placeInWords } from '../evidence/place-words.ts';

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}

/** What a report was made from, such as `4 conversations and 2 documents`. */
export function sourcesInWords({ counts }: Pick<ReportHead, 'counts'>): string {
  const { conversations, documents } = counts;
  const parts = [
    conversations === 0 ? null : count(conversations, 'conversation'),
    documents === 0 ? null : count(documents, 'document'),
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'no conversations and documents' : parts.join(' and ');
}

/** Why a statement was left out, after "left out". */
const DROPPED: Readonly<Record<string, string>> = {
  line_unknown: 'because the line that it names is not in the source',
  type_unknown: 'because it is of a kind that this report does not know',
  quote_missing: 'because the quoted words are not in the source',
  value_not_in_quote: 'because the source does not state that amount',
  value_missing: 'because no amount was read',
  date_not_in_quote: 'because the source does not state that date',
  who_not_in_source: 'because the source does not name that person',
};

/** What is missing in a report, in sentences; empty when nothing is. */
export function gapsOf({ complete, counts }: Pick<ReportHead, 'complete' | 'counts'>): string[] {
  const failed = counts.sourcesFailed;
  return [
    complete ? null : 'It was written before everything was read.',
    failed === 0 ? null : `${count(failed, 'source')} could not be read.`,
    ...Object.entries(counts.dropped).map(([reason, dropped]) => leftOut(reason, dropped)),
  ].filter((sentence) => sentence !== null);
}

/** A statement or a source that a report lacks, and where it leads. */
export interface ReportGap {
  readonly words: string;
  /** The turn of a conversation; `null` for a document. */
  readonly to: RouteLocationRaw | null;
}

/** Which statements and sources a report lacks; at most twenty of each are named. */
export function namedGaps({ counts }: Pick<ReportHead, 'counts'>): ReportGap[] {
  const { statements, sources } = counts.gaps ?? { statements: [], sources: [] };
  return [...sources.map(sourceGap), ...statements.map(statementGap)];
}

type Gaps = NonNullable<ReportHead['counts']['gaps']>;

function sourceGap({ id, name, reason }: Gaps['sources'][number]): ReportGap {
  const to = id.startsWith('cnv_') ? { name: 'conversation', params: { id } } : null;
  return { words: `${name}: ${reason}`, to };
}

function statementGap({ reason, at, sourceName }: Gaps['statements'][number]): ReportGap {
  const why = `left out, ${whyLeftOut(reason)}`;
  if (at.kind === 'written') {
    const place = [sourceName, placeInWords(at.place)].filter((part) => part !== '').join(', ');
    return { words: `${place}: ${why}`, to: null };
  }
  const { conversationId: id, turnId } = at;
  const to = { name: 'conversation', params: { id }, hash: `#${turnId}` };
  return { words: `${sourceName}: ${why}`, to };
}

function leftOut(reason: string, dropped: number): string | null {
  if (dropped === 0) return null;
  return `${count(dropped, 'statement')} left out, ${whyLeftOut(reason)}.`;
}

function whyLeftOut(reason: string): string {
  return DROPPED[reason] ?? 'because it could not be checked against the source';
}

const CAUSES: Readonly<Record<ReportHead['cause'], string>> = {
  request: 'on request',
  decision: 'after a decision',
  material: 'after new material',
  schedule: 'on schedule',
};

/** What has led to a report. */
export function causeInWords(cause: ReportHead['cause']): string {
  return CAUSES[cause];
}
