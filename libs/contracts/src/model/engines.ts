/** The kinds of engines; a task type says which kind does its work. */
export const ENGINE_KINDS = ['speech', 'language'] as const;
export type EngineKind = (typeof ENGINE_KINDS)[number];

/** What corrects, summarises and scores: rules, or a model behind an OpenAI-compatible API. */
export const LANGUAGE_ENGINES = ['builtin', 'openai-compatible'] as const;
export type LanguageEngineName = (typeof LANGUAGE_ENGINES)[number];
