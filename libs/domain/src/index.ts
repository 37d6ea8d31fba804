export * from './backups/backup-due.rule.ts';
export * from './backups/backup-kept-until.rule.ts';
export * from './backups/backup-prune.rule.ts';
export * from './backups/verified-share.rule.ts';
export * from './evaluation/ranking.ts';
export * from './exports/readme.ts';
export * from './exports/safe-name.rule.ts';
export * from './exports/summary-text.ts';
export * from './exports/unique-names.ts';
export { DETECTION_BYTES, detectImportFormat } from './imports/detect-format.rule.ts';
export { MalformedTranscript, type HeardLine } from './imports/heard-line.ts';
export { HeardTurns, type HeardTurn } from './imports/heard-turns.rule.ts';
export * from './imports/transcript.readers.ts';
export * from './memories/memory.rule.ts';
export * from './memories/pin.rule.ts';
export * from './queue/expected-wait.rule.ts';
export * from './queue/queue-position.rule.ts';
export * from './replay/differences.rule.ts';
export * from './replay/drop-purged.ts';
export type { LoggedEvent } from './replay/logged-event.ts';
export * from './replay/replay.rule.ts';
export * from './replay/replayed.ts';
export * from './replay/replayed-lines.ts';
export * from './replay/unchecked.ts';
export * from './search/excerpt.rule.ts';
export * from './snapshots/snapshot-due.rule.ts';
export * from './summary/action-items.rule.ts';
export * from './summary/parts.rule.ts';
export * from './tasks/retry.rule.ts';
export * from './tasks/run-verdict.rule.ts';
export * from './tasks/task-error.ts';
export * from './tasks/work-state.rule.ts';
export { clockTime } from './transcript-formats/clock.ts';
export {
  markdownHead,
  markdownTurn,
  type TranscriptHead,
} from './transcript-formats/markdown.format.ts';
export { TRANSCRIPT_FORMATS } from './transcript-formats/formats.ts';
export { TurnTimeline } from './transcript-formats/timed-turns.ts';
export type { Transcript, TranscriptTurn } from './transcript-formats/transcript.ts';
export * from './transcription/progress.rule.ts';
export * from './transcription/recording-parts.rule.ts';
export * from './transcription/repetition.rule.ts';
export * from './transcription/stitch.rule.ts';
export { comparableWord } from './transcription/words.ts';
export * from './versions/worker-version.rule.ts';
export * from './tokens/token-cost.ts';
