import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import { ignored, languageRules, typeRulesOf, unusedNames } from './lint-rules.ts';

/** The components of the page: Oxlint does not read templates. All else is checked by `oxlint.config.ts`. */
export default tseslint.config(
  { ignores: [...ignored, '**/*.ts', '**/*.js', '**/*.mjs'] },
  {
    files: ['**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked, vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...languageRules,
      ...typeRulesOf('@typescript-eslint'),
      '@typescript-eslint/no-unused-vars': unusedNames,
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Prettier formats templates.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
    },
  },
);
