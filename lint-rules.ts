/**
 * What both linters have in common: Oxlint, which knows the types of all TypeScript, and ESLint, which also
 * reads the templates of the page.
 */

/** A rule with options. */
type Required<Options> = ['error', Options];

const required = <const Options>(options: Options): Required<Options> => ['error', options];

/** Longest file and function, in lines that hold code. */
export const sizes = (file: number, ofFunction: number) => ({
  'max-lines': required({ max: file, skipBlankLines: true, skipComments: true }),
  'max-lines-per-function': required({
    max: ofFunction,
    skipBlankLines: true,
    skipComments: true,
  }),
});

/** Rules of the language, by names that both linters know. */
export const languageRules = {
  ...sizes(200, 50),
  eqeqeq: 'error',
  'no-console': 'error',
  'no-restricted-properties': required({
    object: 'process',
    property: 'env',
    message: 'Settings are read once, by loadConfig() of #platform.',
  }),
} as const;

/** Rules of types that differ from the strict ones, by name. */
const typeRules = {
  'no-floating-promises': 'error',
  'no-unsafe-type-assertion': 'error',
  'switch-exhaustiveness-check': 'error',
  'restrict-template-expressions': required({ allowNumber: true, allowBoolean: true }),
  'no-extraneous-class': required({ allowWithDecorator: true }),
  'no-confusing-void-expression': required({
    ignoreArrowShorthand: true,
    ignoreVoidReturningFunctions: true,
  }),
  'no-deprecated': required({
    // Recognises errors of another realm, where `instanceof` fails.
    allow: [{ from: 'package', name: 'isNativeError', package: '@types/node' }],
  }),
} as const;

/** The rules of types, by the names of one linter. */
export const typeRulesOf = (prefix: string) =>
  Object.fromEntries(Object.entries(typeRules).map(([name, rule]) => [`${prefix}/${name}`, rule]));

/** Names that begin with an underscore are unused on purpose. */
export const unusedNames = required({ argsIgnorePattern: '^_', varsIgnorePattern: '^_' });

/** What no linter reads. */
export const ignored = [
  'dist/',
  'coverage/',
  '.toolchain/',
  'data/',
  'node_modules/',
  'apps/web/src/api/schema.d.ts',
  // Compiles only when it is copied over the project.
  'test/adding/files/',
];
