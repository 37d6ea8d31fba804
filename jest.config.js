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

/** @type {import('jest').Config} */
export default {
  projects: [
    { ...shared, displayName: 'spec', testMatch: ['<rootDir>/{apps,libs,scripts}/**/*.spec.ts'] },
  ],
};
