import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', 'test/**/*.ts'];

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

const sizes = (file, ofFunction) => ({
  'max-lines': ['error', { max: file, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': [
    'error',
    { max: ofFunction, skipBlankLines: true, skipComments: true },
  ],
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '.toolchain/',
      'data/',
      'node_modules/',
      'apps/web/src/api/schema.d.ts',
      // Compiles only when it is copied over the project.
      'test/adding/files/',
    ],
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...sizes(200, 50),
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings are read once, by loadConfig() of #platform.',
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      // Nest declares the options of its factories as classes but takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-deprecated': [
        'error',
        // Recognises errors of another realm, where `instanceof` fails.
        { allow: [{ from: 'package', name: 'isNativeError', package: '@types/node' }] },
      ],
    },
  },
  {
    files: ['libs/workflows/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
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
  { files: ['**/*.vue'], extends: [vue.configs['flat/recommended']] },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
    },
  },
  {
    files: SPECS,
    rules: {
      ...sizes(400, 400),
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.recommended],
    rules: { ...sizes(200, 50), eqeqeq: 'error' },
  },
  { files: ['bench/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: READS_ENVIRONMENT, rules: { 'no-restricted-properties': 'off' } },
);
