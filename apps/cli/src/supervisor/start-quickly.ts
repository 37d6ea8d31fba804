import module from 'node:module';

/**
 * Loaded into our programs before their code. For each module of a package, Node reads all that the
 * package exports; in `drizzle-orm` that is 180 KB for each of 300 modules, half a second of every
 * start. Its modules import each other by path, which says all that Node needs to know.
 */
const PACKAGE = '/node_modules/drizzle-orm/';

// Older versions of Node have no hooks; they start as before.
if ('registerHooks' in module) {
  module.registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context;
      if (!parentURL.includes(PACKAGE) || !isModuleByPath(specifier)) {
        return next(specifier, context);
      }
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    },
  });
}

/** Whether it is the path of a `.js` file; these are ECMAScript modules in this package. */
function isModuleByPath(specifier: string): boolean {
  return specifier.startsWith('.') && specifier.endsWith('.js');
}
