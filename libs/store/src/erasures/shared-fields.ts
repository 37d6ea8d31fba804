/** What becomes of fields that several events have, when their owner is erased. */

/** Of what a recording was found to be. */
export const PROBED = {
  durationMs: 'fact',
  container: 'fact',
  codec: 'fact',
  channels: 'fact',
  sampleRateHz: 'fact',
} as const;

/** Of the turns of a recording. */
export const DIVISION = {
  exchangeId: 'fact',
  // A person may have given a passage to somebody by name, which then is the label.
  turns: { each: { turnId: 'fact', speaker: 'words', voiceLabel: 'words' } },
  gone: 'fact',
} as const;

/** Of the settings of a task. */
export const SETTINGS = {
  engine: 'fact',
  language: 'fact',
  channels: 'fact',
  track: 'fact',
  tracks: 'fact',
  diarisation: 'fact',
  speakers: 'fact',
  minSpeakers: 'fact',
  maxSpeakers: 'fact',
  agent: 'fact',
  cause: 'fact',
  documentId: 'fact',
  force: 'fact',
  full: 'fact',
  backupId: 'fact',
} as const;
