/** Options that every test project shares: ESM, TypeScript by swc, sources instead of `dist`. */
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** A project of specs that run the built product, in a folder below `test/`. */
const wholeProduct = (name, testTimeout) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
  testTimeout,
});

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...shared,
      displayName: 'spec',
      testMatch: ['<rootDir>/{apps,libs,scripts}/**/*.spec.ts'],
      testTimeout: 30 * SECOND_MS,
    },
    wholeProduct('e2e', 2 * MINUTE_MS),
    wholeProduct('browser', 2 * MINUTE_MS),
    wholeProduct('chaos', 5 * MINUTE_MS),
    wholeProduct('bare-clone', 20 * MINUTE_MS),
  ],
};
