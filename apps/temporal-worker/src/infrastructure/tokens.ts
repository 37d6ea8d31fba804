/** Injection tokens for dependencies that have no class of their own. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const DATABASE = Symbol('database');
export const REPOSITORIES = Symbol('repositories');
export const BLOB_STORE = Symbol('blob store');
export const SPEECH_ENGINES = Symbol('speech engines');
export const VOICE_ENGINE = Symbol('voice engine');
export const SPEAKER_THREADS = Symbol('speaker threads');
export const RULE_THREADS = Symbol('rule threads');
export const LANGUAGE_ENGINES = Symbol('language engines');
