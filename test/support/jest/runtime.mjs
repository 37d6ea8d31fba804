import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';
import { loadModulesOf } from './module-hooks.mjs';

const require = createRequire(import.meta.url);

/** Handlers of the events of a file's tests, which Jest adds for each file. */
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

/** A spec file is loaded once more when it runs again in the same process. */
let files = 0;

/**
 * Loads spec files with the modules of Node, not with those of Jest. All spec files of a process share
 * what they import, which saves the loading of a thousand modules for each file. Mocks of modules
 * and `jest.resetModules()` have no effect.
 */
export default class NodeRuntime extends Runtime {
  #sourceMaps = new Map();

  /** @param {ConstructorParameters<typeof Runtime>} args */
  constructor(...args) {
    super(...args);
    const [, , , transformer] = args;
    loadModulesOf({
      transformer,
      sourceMaps: this.#sourceMaps,
      globals: () => this.jestGlobals.cjsGlobals(import.meta.filename),
    });
    files += 1;
  }

  /** Node's `import()` loads every kind of module. */
  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** @param {string} file of the specs, or one that prepares them */
  async unstable_importModule(file) {
    return import(`${pathToFileURL(file).href}?file=${files}`);
  }

  /** @param {string} file of Jest, which keeps the state of one spec file @param {string} [name] */
  requireInternalModule(file, name) {
    if (name !== undefined) return createRequire(file)(name);
    Reflect.deleteProperty(globalThis, EVENT_HANDLERS);
    Reflect.deleteProperty(require.cache, file);
    return require(file);
  }

  /** @param {string} from @param {string} [name] without it, the file itself */
  requireModule(from, name = from) {
    return createRequire(from)(name);
  }

  getSourceMaps() {
    return this.#sourceMaps;
  }

  /** The process has one realm, so its own `getBuiltinModule` is right. */
  installGetBuiltinModule() {}
}
