export * from './transcription/speech.activities.ts';
export * from './transcription/transcript.activities.ts';
