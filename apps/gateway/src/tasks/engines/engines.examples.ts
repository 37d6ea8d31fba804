import type { Engines } from '#contracts/api';

const MODEL = 'anthropic:claude-sonnet-4-5';

export const ENGINES_EXAMPLE: Engines = {
  speech: { default: 'tiny.en', available: ['tiny.en', 'small'] },
  language: {
    default: 'builtin',
    available: ['builtin', MODEL],
    ofType: {
      correction: 'builtin',
      summary: MODEL,
      significance: 'builtin',
      agent_report: MODEL,
    },
    offered: [],
  },
};
