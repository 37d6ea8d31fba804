export { formatMarkdown } from './transcript-formats/markdown.format.ts';
export { formatPlainText } from './transcript-formats/plain-text.format.ts';
export { formatSrt } from './transcript-formats/srt.format.ts';
export { formatVtt } from './transcript-formats/vtt.format.ts';
export * from './transcription/progress.rule.ts';
export * from './transcription/repetition.rule.ts';
export * from './transcription/stitch.rule.ts';
export { comparableWord } from './transcription/words.ts';
