/** Options shared by all test projects: ESM, TypeScript through swc, sources instead of `dist`. */
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/test/support/jest/environment.mjs',
  runtime: '<rootDir>/test/support/jest/runtime.mjs',
  // Node's own streams need it.
  fakeTimers: { doNotFake: ['nextTick'] },
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

const MINUTE_MS = 60_000;

/** Settings of the tests only; removed because the product rejects unknown AFTERWORD_ names. */
const ofTests = (name) => {
  const value = process.env[name];
  delete process.env[name];
  return value ?? '';
};
const chaos = {
  /** Repeats an earlier chaos run; empty for a random seed. */
  seed: ofTests('AFTERWORD_CHAOS_SEED'),
  /** `bounded` or `full` */
  size: ofTests('AFTERWORD_CHAOS_SIZE') || 'bounded',
};

/** How many requests are generated from the OpenAPI document: `bounded` or `full`. */
const apiSize = ofTests('AFTERWORD_API_SIZE') || 'bounded';

/** `cold` to set up the bare clone without the caches of npm and pip. */
const bareClone = ofTests('AFTERWORD_BARE_CLONE') || 'warm';

/** What the spec files of a project share: PostgreSQL, Temporal or the whole product. */
const SHARED_SERVERS = {
  globalSetup: '<rootDir>/test/support/shared-servers/jest-set-up.mjs',
  globalTeardown: '<rootDir>/test/support/shared-servers/jest-tear-down.mjs',
};

/**
 * A group of specs with the timeout of its tests and hooks.
 */
const project = (displayName, testMatch, testTimeoutMs, more = {}) => ({
  ...shared,
  displayName,
  testMatch: [`<rootDir>/${testMatch}/**/*.spec.ts`],
  globals: { testTimeoutMs, chaos, bareClone, apiSize },
  setupFilesAfterEnv: ['<rootDir>/test/support/set-timeout.ts'],
  ...more,
});

/** @type {import('jest').Config} */
export default {
  projects: [
    project('spec', '{apps,libs,scripts,test/support}', 2 * MINUTE_MS, SHARED_SERVERS),
    project('e2e', 'test/e2e', 5 * MINUTE_MS, SHARED_SERVERS),
    project('installation', 'test/installation', 5 * MINUTE_MS),
    project('browser', 'test/browser', 5 * MINUTE_MS, SHARED_SERVERS),
    project('chaos', 'test/chaos', 5 * MINUTE_MS, {
      // What `npm run test:chaos` adds to `npm test`.
      testPathIgnorePatterns: chaos.size === 'full' ? [] : ['<rootDir>/test/chaos/long/'],
    }),
    project('api', 'test/api', 60 * MINUTE_MS),
    project('bare-clone', 'test/bare-clone', 20 * MINUTE_MS),
  ],
};
