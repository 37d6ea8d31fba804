/**
 * The format of exports. Raise the version with every change that a reader of the version before it
 * would not understand; a reader must know every earlier version.
 */
export const EXPORT_FORMAT = 'afterword-export';
export const EXPORT_FORMAT_VERSION = 2;

/**
 * Versions that can be read. Version 2 adds labels of voices, what people have decided about speakers, named voices, the languages of segments and
 * words where two voices speak at once, and the spoken languages that are set, all of them optional: so files of version 1 are read by the schemas of version 2.
 */
export const READ_FORMAT_VERSIONS: readonly number[] = [1, EXPORT_FORMAT_VERSION];

/** Names of files in an export. Folders of conversations and projects are in the manifest. */
export const EXPORT_FILES = {
  readme: 'README.md',
  manifest: 'manifest.json',
  events: 'events.jsonl',
  conversation: 'conversation.json',
  transcript: 'transcript.md',
  summaries: 'summaries.json',
  summary: 'summary.md',
  memories: 'memories.json',
  project: 'project.json',
  documents: 'documents.json',
  facts: 'facts.jsonl',
  decisions: 'decisions.jsonl',
  reports: 'reports.jsonl',
} as const;
