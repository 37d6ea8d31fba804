import { currentGlobals } from './module-hooks.mjs';

/** A spec file imports its own copy of this module; modules that all files share import one copy. */
const isOfOneFile = new URL(import.meta.url).search !== '';

/** What Jest provides to a spec file, or what stands for that of the file that runs. */
const provided = (/** @type {string} */ name) =>
  isOfOneFile ? currentGlobals()[name] : standInFor(name);

const standInFor = (/** @type {string} */ name) =>
  new Proxy(() => undefined, {
    apply: (_target, self, args) => Reflect.apply(currentGlobals()[name], self, args),
    get: (_target, property) => Reflect.get(currentGlobals()[name], property),
  });

export const afterAll = provided('afterAll');
export const afterEach = provided('afterEach');
export const beforeAll = provided('beforeAll');
export const beforeEach = provided('beforeEach');
export const describe = provided('describe');
export const expect = provided('expect');
export const it = provided('it');
export const jest = provided('jest');
export const test = provided('test');
