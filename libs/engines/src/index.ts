export * from './engine-call.ts';
export * from './language/builtin.engine.ts';
export * from './language/language-engine.port.ts';
export * from './language/openai-compatible.engine.ts';
export * from './speech/speech-engine.port.ts';
export * from './speech/faster-whisper.engine.ts';
export * from './speech/instant.engine.ts';
