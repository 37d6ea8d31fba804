import type { ReportHead } from '../api/types.ts';

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

/** What is missing in a report, in sentences; empty when nothing is. */
export function gapsOf({ complete, counts }: Pick<ReportHead, 'complete' | 'counts'>): string[] {
  const dropped = Object.values(counts.dropped).reduce((sum, each) => sum + each, 0);
  const failed = counts.sourcesFailed;
  return [
    complete ? null : 'It was written before everything was read.',
    failed === 0 ? null : `${count(failed, 'source')} could not be read.`,
    dropped === 0
      ? null
      : `${count(dropped, 'statement')} left out, because ${dropped === 1 ? 'its' : 'their'} source could not be found.`,
  ].filter((sentence) => sentence !== null);
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
