import { defineConfig } from 'oxlint';
import { ignored, languageRules, sizes, typeRulesOf, unusedNames } from './lint-rules.ts';

/** Settings are read in one place; only these files pass the environment on or set up a machine. */
const READS_ENVIRONMENT = [
  'libs/platform/src/config/**',
  'apps/cli/src/supervisor/child-environment.ts',
  'scripts/**',
  'test/**',
  '**/*.spec.ts',
];

/** Globals that a workflow must not use: its code is replayed and must be deterministic. */
const OUTSIDE_WORLD = ['process', 'fetch', 'crypto', 'performance', 'Buffer', 'require'];

const required = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, 'error' as const]));

/** Of JavaScript too. */
const RECOMMENDED = [
  'no-array-constructor',
  'no-unused-expressions',
  'no-var',
  'prefer-const',
  'prefer-rest-params',
  'prefer-spread',
  'typescript/ban-ts-comment',
  'typescript/no-duplicate-enum-values',
  'typescript/no-empty-object-type',
  'typescript/no-explicit-any',
  'typescript/no-extra-non-null-assertion',
  'typescript/no-misused-new',
  'typescript/no-namespace',
  'typescript/no-non-null-asserted-optional-chain',
  'typescript/no-require-imports',
  'typescript/no-this-alias',
  'typescript/no-unnecessary-type-constraint',
  'typescript/no-unsafe-declaration-merging',
  'typescript/no-unsafe-function-type',
  'typescript/no-wrapper-object-types',
  'typescript/prefer-as-const',
  'typescript/prefer-namespace-keyword',
  'typescript/triple-slash-reference',
];

/** The set `strictTypeChecked` of typescript-eslint, which ESLint reads for the components of the page. */
const STRICT = [
  'no-useless-constructor',
  'typescript/await-thenable',
  'typescript/no-array-delete',
  'typescript/no-base-to-string',
  'typescript/no-duplicate-type-constituents',
  'typescript/no-dynamic-delete',
  'typescript/no-for-in-array',
  'typescript/no-generated-empty-object-type',
  'typescript/no-implied-eval',
  'typescript/no-invalid-void-type',
  'typescript/no-meaningless-void-operator',
  'typescript/no-misused-promises',
  'typescript/no-misused-spread',
  'typescript/no-mixed-enums',
  'typescript/no-non-null-asserted-nullish-coalescing',
  'typescript/no-non-null-assertion',
  'typescript/no-redundant-type-constituents',
  'typescript/no-unnecessary-boolean-literal-compare',
  'typescript/no-unnecessary-condition',
  'typescript/no-unnecessary-template-expression',
  'typescript/no-unnecessary-type-arguments',
  'typescript/no-unnecessary-type-assertion',
  'typescript/no-unnecessary-type-conversion',
  'typescript/no-unnecessary-type-parameters',
  'typescript/no-unsafe-argument',
  'typescript/no-unsafe-assignment',
  'typescript/no-unsafe-call',
  'typescript/no-unsafe-enum-comparison',
  'typescript/no-unsafe-member-access',
  'typescript/no-unsafe-return',
  'typescript/no-unsafe-unary-minus',
  'typescript/no-useless-default-assignment',
  'typescript/only-throw-error',
  'typescript/prefer-literal-enum-member',
  'typescript/prefer-promise-reject-errors',
  'typescript/prefer-reduce-type-parameter',
  'typescript/prefer-return-this-type',
  'typescript/related-getter-setter-pairs',
  'typescript/unbound-method',
  'typescript/unified-signatures',
  'typescript/use-unknown-in-catch-callback-variable',
];

export default defineConfig({
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: [...ignored, '**/*.vue', '**/*.cjs'],
  rules: {
    ...required(RECOMMENDED),
    ...sizes(200, 50),
    eqeqeq: 'error',
    'no-unused-vars': unusedNames,
  },
  overrides: [
    {
      files: ['**/*.ts'],
      rules: {
        ...required(STRICT),
        ...languageRules,
        ...typeRulesOf('typescript'),
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        'typescript/restrict-plus-operands': [
          'error',
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
      },
    },
    {
      files: ['libs/workflows/src/**/*.ts'],
      excludeFiles: ['**/*.spec.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                group: ['node:*', 'fs', 'path', 'os', 'crypto', 'timers', 'pg', 'pino', 'zod'],
                message: 'Workflow code is replayed: only Temporal, contracts and pure functions.',
              },
            ],
          },
        ],
        'no-restricted-globals': [
          'error',
          ...OUTSIDE_WORLD.map((name) => ({
            name,
            message: 'Workflow code is replayed: use an activity for side effects.',
          })),
        ],
      },
    },
    {
      files: ['**/*.spec.ts', 'test/**/*.ts'],
      rules: {
        ...sizes(400, 400),
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-unsafe-type-assertion': 'off',
        'typescript/no-non-null-assertion': 'off',
        'typescript/unbound-method': 'off',
      },
    },
    { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
    { files: READS_ENVIRONMENT, rules: { 'no-restricted-properties': 'off' } },
  ],
});
