/** Rules with the reader of amounts. */
export const RULES_WITH_AMOUNTS = new URL('rules-with-amounts.program.ts', import.meta.url);
/** Does what its request says: waits, fails, ends, or holds its thread. */
export const SCRIPTED = new URL('scripted.program.ts', import.meta.url);
/** Cannot be loaded. */
export const BROKEN = new URL('no-such.program.ts', import.meta.url);
