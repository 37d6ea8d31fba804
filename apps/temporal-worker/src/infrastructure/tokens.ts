/** Injection tokens of what has no class of its own. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
export const DATABASE = Symbol('database');
export const BLOB_STORE = Symbol('blob store');
export const SPEECH_ENGINE = Symbol('speech engine');
export const LANGUAGE_ENGINE = Symbol('language engine');
