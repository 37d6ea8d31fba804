export * from './create-engines.ts';
export * from './engine-call.ts';
export * from './engine-choice.ts';
export * from './language/guard/guard.ts';
export * from './language/language-engine.port.ts';
export { RuleThreads } from './rules/rule-threads.ts';
export * from './speech/speech-engine.port.ts';
export * from './speech/instant.engine.ts';
export * from './voices/voice-engine.port.ts';
