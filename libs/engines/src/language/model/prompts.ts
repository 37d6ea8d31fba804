import { readPart, readPrompt } from './prompt-files.ts';

/** The prompts of each kind of request. All are read when a process starts that has a model. */
export const PROMPTS = {
  correction: readPrompt('correction'),
  summary: readPrompt('summary'),
  combination: readPrompt('combination'),
  score: readPrompt('score'),
  facts: readPrompt('facts'),
} as const;

/** Kinds of requests that have a prompt. */
export type PromptName = keyof typeof PROMPTS;

/** What is added to the prompt of a summary for each template, or without a known language. */
export const SUMMARY_PARTS = {
  brief: readPart('template-brief'),
  detailed: readPart('template-detailed'),
  minutes: readPart('template-minutes'),
  language: readPart('language'),
} as const;

/** Versions of all prompts, part of the fingerprint: stored answers to earlier prompts are not used. */
export const PROMPTS_VERSION = `prompts-${Object.values(PROMPTS)
  .map(({ version }) => version)
  .join('.')}`;

/** Version of the scale by which models score. */
export const RUBRIC_VERSION = PROMPTS.score.rubric ?? unversioned();

function unversioned(): never {
  throw new Error('The prompt score.md does not state the version of its rubric.');
}

/**
 * The prompt data, in addition to the instructions. `<` is escaped, which keeps the JSON equivalent,
 * so that no text can close the block.
 */
export function conversationBlock(data: unknown): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<conversation>\n${json}\n</conversation>`;
}

/** The schema of the answer as part of the prompt, for servers without schema support. */
export function answerShape(jsonSchema: unknown): string {
  return `Answer with one JSON object and nothing else. It must match this JSON schema:\n${JSON.stringify(jsonSchema)}`;
}
