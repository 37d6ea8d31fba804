export * from './speech/speech-engine.port.ts';
