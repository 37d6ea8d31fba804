import type { Engines } from '#contracts/api';

export const ENGINES_EXAMPLE: Engines = {
  speech: { default: 'tiny.en', available: ['tiny.en', 'small'] },
  language: { default: 'builtin', available: ['builtin', 'openai-compatible'] },
};
