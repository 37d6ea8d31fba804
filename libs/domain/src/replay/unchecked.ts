/** Something that cannot be computed from the change log, and why. */
export interface Unchecked {
  readonly what: string;
  readonly why: string;
}

/** What the check does not compare. Backups compare these with what was backed up. */
export const UNCHECKED: readonly Unchecked[] = [
  {
    what: 'texts: titles, tags, glossaries, names of speakers and files, segments and their earlier versions, corrections, narratives, reasons of scores, contents of summaries',
    why: 'events hold no words (ADR 9)',
  },
  {
    what: 'styles of transcripts',
    why: 'they are settings, written directly',
  },
  {
    what: 'progress of tasks (done, total, plan; steps of backups and the like), their row versions, retry notes, and warnings of tasks that have not completed',
    why: 'they are written directly, many times a second',
  },
  {
    what: 'priority of tasks and whether they skip the wait for quiet',
    why: 'a waiting task is promoted without an event',
  },
  {
    what: 'chunks, finished engine work, and which task corrects a segment or scores a memory',
    why: 'they are written directly, and lead to work that is recorded',
  },
  {
    what: 'when a conversation was last updated, a memory created or scored, and the newest revision that a summary task has seen',
    why: 'they are written directly',
  },
  {
    what: 'daily usage of owners',
    why: 'old days are removed, and earlier versions did not count',
  },
  {
    what: 'facts, what people decided about them, up to where sources were read, plans, parts of documents and contents of reports',
    why: 'events hold no words (ADR 9); facts and parts are read again from their sources',
  },
  {
    what: 'when retention has removed recordings and transcripts, and its rules',
    why: 'the rows are written with the events, and rules are settings',
  },
  {
    what: 'exports, imports, bulk changes and replacements, and their files',
    why: 'a row lasts some days; its task and what an import has added are checked',
  },
  {
    what: 'outbox, work signals and idempotency keys',
    why: 'they exist only while something is under way',
  },
];
