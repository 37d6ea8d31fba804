export { transcription } from './transcription/transcription.workflow.ts';
