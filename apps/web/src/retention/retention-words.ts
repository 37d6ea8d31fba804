import type { RetentionDue, RetentionRule, SetRetentionRule } from '../api/types.ts';
import { formatBytes } from '../shared/sizes.ts';

type Subject = SetRetentionRule['subject'];

/** What each rule removes, as people know it. */
export const SUBJECT_WORDS: Readonly<
  Record<Subject, { readonly name: string; readonly what: string }>
> = {
  audio: { name: 'Recordings', what: 'What was said stays.' },
  transcripts: {
    name: 'Transcripts',
    what: 'The words go, and figures that rest on them; recordings, summaries and memories stay.',
  },
  everything: { name: 'Conversations', what: 'They go to the bin with all that belongs to them.' },
};

/** The subjects, in the order in which they are offered. */
export const SUBJECTS: readonly Subject[] = ['audio', 'transcripts', 'everything'];

/**
 * A rule in a sentence.
 *
 * @param projectName - Name of its project, if it has one that is known.
 */
export function ruleInWords(
  { subject, ownerId, keptDays }: RetentionRule,
  projectName: string | null,
): string {
  const { name } = SUBJECT_WORDS[subject];
  const whose = ownerId === null ? '' : ` of ${ownerId}`;
  const where = projectName === null ? '' : ` in “${projectName}”`;
  const howLong = keptDays === null ? 'are kept for ever' : `are kept for ${days(keptDays)}`;
  return `${name}${whose}${where} ${howLong}.`;
}

/** What is due, one sentence for each subject of which something is. */
export function dueInWords(due: RetentionDue): readonly string[] {
  const { audio, transcripts, everything } = due;
  return [
    audio.clips > 0 && `${count(audio.clips, 'recording')} (${formatBytes(audio.bytes)})`,
    transcripts.conversations > 0 &&
      `the words of ${count(transcripts.conversations, 'conversation')}`,
    everything.conversations > 0 &&
      `${count(everything.conversations, 'conversation')} with all that belongs to ${everything.conversations === 1 ? 'it' : 'them'}`,
  ].filter((words) => words !== false);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function days(number: number): string {
  return number === 1 ? 'one day' : `${number} days`;
}
