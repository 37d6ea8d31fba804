export * from './conversation/conversation.activities.ts';
export * from './language/language.activities.ts';
export * from './tasks/task.activities.ts';
export * from './transcription/speech.activities.ts';
export * from './transcription/transcript.activities.ts';
export * from './upkeep/upkeep.activities.ts';
