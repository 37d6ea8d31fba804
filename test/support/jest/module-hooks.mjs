import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const GLOBALS = '@jest/globals';
const GLOBALS_URL = new URL('jest-globals.mjs', import.meta.url).href;
const CONDITION = 'afterword-source';
const OPTIONS = {
  instrument: false,
  supportsDynamicImport: true,
  supportsExportNamespaceFrom: true,
  supportsStaticESM: true,
  supportsTopLevelAwait: true,
};

/** What modules need from the spec file that runs. @type {Running | null} */
let running = null;

/**
 * @typedef {{
 *   transformer: import('@jest/transform').ScriptTransformer,
 *   sourceMaps: Map<string, string>,
 *   globals: () => Record<string, unknown>,
 * }} Running
 */

/**
 * Has all modules of this process loaded for a spec file: TypeScript is compiled as Jest is configured
 * to, libraries come from their sources, and `@jest/globals` is that of the file that runs.
 * @param {Running} file
 */
export function loadModulesOf(file) {
  if (running === null) registerHooks({ resolve, load });
  running = file;
}

/** @returns {Record<string, unknown>} `describe`, `it`, `jest` … of the spec file that runs */
export function currentGlobals() {
  if (running === null) throw new Error('no spec file runs');
  return running.globals();
}

/** @type {import('node:module').ResolveHookSync} */
function resolve(specifier, context, next) {
  if (specifier === GLOBALS) {
    const { search = '' } = URL.parse(context.parentURL ?? '') ?? {};
    return { url: `${GLOBALS_URL}${search}`, shortCircuit: true };
  }
  if (!specifier.startsWith('#')) return next(specifier, context);
  return next(specifier, { ...context, conditions: [CONDITION, ...context.conditions] });
}

/** @type {import('node:module').LoadHookSync} */
function load(url, context, next) {
  if (running === null || !isSource(url)) return next(url, context);
  const { code, sourceMapPath } = running.transformer.transform(fileURLToPath(url), OPTIONS);
  if (sourceMapPath) running.sourceMaps.set(url, sourceMapPath);
  return { format: 'module', source: code, shortCircuit: true };
}

/** @param {string} url */
function isSource(url) {
  const { protocol, pathname } = URL.parse(url) ?? {};
  return protocol === 'file:' && pathname.endsWith('.ts') && !pathname.includes('/node_modules/');
}
