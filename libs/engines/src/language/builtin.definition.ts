import { z } from 'zod';
import { defineLanguageEngine } from './define-language-engine.ts';

/** The rule-based engine; it has no settings and is always available. */
export const builtin = defineLanguageEngine({
  name: 'builtin',
  description: 'Rules; needs no model and no network.',
  costly: false,
  settings: z.object({}),
  create: async (_settings, { rules }) => {
    const { BuiltinLanguageEngine } = await import('./builtin.engine.ts');
    return new BuiltinLanguageEngine(rules);
  },
});
