export * from './transcription/progress.rule.ts';
export * from './transcription/repetition.rule.ts';
export * from './transcription/stitch.rule.ts';
export { comparableWord } from './transcription/words.ts';
